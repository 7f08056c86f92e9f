using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    /// <summary>The logistic function 1/(1 + exp(-x)), accurate in both tails. Error below 2.5 ulp.</summary>
    /// <returns>A value in [0, 1]; NaN for NaN.</returns>
    /// <remarks>Derivative: Sigmoid(x)·Sigmoid(-x), which keeps its relative accuracy in both tails.</remarks>
    public static double Sigmoid(double x) => DoubleLogistic<Double1, BooleanMask>.Sigmoid(Double1.Create(x)).Value;

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float x) => (float)Sigmoid((double)x);

    /// <summary>log(1 + exp(x)), without overflow and accurate in both tails. Error below 2.5 ulp.</summary>
    /// <returns>A value that is not negative; NaN for NaN.</returns>
    /// <remarks>
    /// Derivative: <see cref="Sigmoid(double)"/>. The function is the exact one for all x; PyTorch's switches to the identity
    /// above 20, which is off by up to 2e-9 there and breaks its derivative.
    /// </remarks>
    public static double Softplus(double x) => DoubleLogistic<Double1, BooleanMask>.Softplus(Double1.Create(x)).Value;

    /// <inheritdoc cref="Softplus(double)"/>
    public static float Softplus(float x) => (float)Softplus((double)x);
}

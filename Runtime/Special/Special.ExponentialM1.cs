using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    /// <summary>exp(x) - 1 without the cancellation at small x that <see cref="double.ExpM1"/> suffers. Error below 2 ulp.</summary>
    /// <returns>A value from -1 on; NaN for NaN.</returns>
    public static double ExpM1(double x) => DoubleExponential<Double1, BooleanMask>.ExpM1(Double1.Create(x)).Value;

    /// <inheritdoc cref="ExpM1(double)"/>
    public static float ExpM1(float x) => (float)ExpM1((double)x);

    /// <summary>log(1 + x) without the cancellation at small x that <see cref="double.LogP1"/> suffers. Error below 2 ulp.</summary>
    /// <returns>-Infinity at -1, NaN below and for NaN.</returns>
    public static double LogP1(double x) => DoubleLogarithm<Double1, BooleanMask>.LogP1(Double1.Create(x)).Value;

    /// <inheritdoc cref="LogP1(double)"/>
    public static float LogP1(float x) => (float)LogP1((double)x);
}

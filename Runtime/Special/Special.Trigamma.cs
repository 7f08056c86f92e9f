using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    /// <summary>
    /// The trigamma function ψ′(x), the derivative of <see cref="Digamma(double)"/>. Relative error below 2e-15.
    /// </summary>
    /// <returns>+Infinity at 0 and at negative integers; NaN at -Infinity and for NaN.</returns>
    /// <remarks>
    /// Method: the recurrence ψ′(x) = ψ′(x + 1) + 1/x², the asymptotic series, and the reflection
    /// ψ′(1 - x) + ψ′(x) = (π/sin πx)².
    /// </remarks>
    public static double Trigamma(double x)
    {
        if (x <= 0.0)
        {
            return TrigammaReflected(x);
        }

        double sum = 0.0;
        while (x < AsymptoticFrom)
        {
            sum += 1.0 / (x * x);
            x += 1.0;
        }

        double inverse = 1.0 / x;
        double y = inverse * inverse;
        return sum + (inverse + y * (0.5 + inverse * Polynomial.Evaluate(y, TrigammaSeries)));
    }

    /// <inheritdoc cref="Trigamma(double)"/>
    public static float Trigamma(float x) => (float)Trigamma((double)x);

    private static double TrigammaReflected(double x)
    {
        if (double.IsNegativeInfinity(x))
        {
            return double.NaN;
        }

        if (x == Math.Floor(x))
        {
            return double.PositiveInfinity;
        }

        double ratio = Math.PI / Math.Sin(Math.PI * (x - Math.Round(x)));
        return ratio * ratio - Trigamma(1.0 - x);
    }

    // A Chebyshev interpolant in 1/x², x ≥ 8, computed in 60-digit arithmetic.
    private static ReadOnlySpan<double> TrigammaSeries =>
    [
        0.16666666666666666, -0.03333333333330476, 0.023809523770911365, -0.03333331335581846,
        0.07575246348177586, -0.2523946862734603, 1.1093601965597248, -4.575304142113963,
    ];
}

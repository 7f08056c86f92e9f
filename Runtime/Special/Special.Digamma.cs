using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    // The positive zero of the digamma function as an unevaluated sum.
    private const double DigammaZeroHigh = 1.4616321449683622;
    private const double DigammaZeroLow = 9.549995429965697e-17;

    // From here on the asymptotic series serve.
    private const double AsymptoticFrom = 8.0;

    /// <summary>
    /// The digamma function ψ(x), the derivative of <see cref="LogGamma(double)"/>. Relative error below 2e-15 for x &gt; 0, the
    /// zero at 1.4616… included; for x &lt; 0 the error is below 1e-14 times the greater of 1 and the result.
    /// </summary>
    /// <returns>-Infinity at 0, +Infinity at -0; NaN at negative integers, at -Infinity and for NaN.</returns>
    /// <remarks>
    /// Derivative: <see cref="Trigamma(double)"/>. Method: (x - zero) times a polynomial on [1, 2], the recurrence
    /// ψ(x + 1) = ψ(x) + 1/x, the asymptotic series, and the reflection ψ(1 - x) = ψ(x) + π/tan πx.
    /// </remarks>
    public static double Digamma(double x)
    {
        if (x <= 0.0)
        {
            return DigammaReflected(x);
        }

        if (x >= AsymptoticFrom)
        {
            double inverse = 1.0 / x;
            double y = inverse * inverse;
            return Math.Log(x) - (0.5 * inverse + y * Polynomial.Evaluate(y, DigammaSeries));
        }

        if (x < 1.0)
        {
            return DigammaFrom1To2(x + 1.0) - 1.0 / x;
        }

        double sum = 0.0;
        while (x >= 2.0)
        {
            x -= 1.0;
            sum += 1.0 / x;
        }

        return DigammaFrom1To2(x) + sum;
    }

    /// <inheritdoc cref="Digamma(double)"/>
    public static float Digamma(float x) => (float)Digamma((double)x);

    private static double DigammaReflected(double x)
    {
        if (x == 0.0)
        {
            return -double.CopySign(double.PositiveInfinity, x);
        }

        if (x == Math.Floor(x))
        {
            return double.NaN;
        }

        return Digamma(1.0 - x) - Math.PI / Math.Tan(Math.PI * (x - Math.Round(x)));
    }

    private static double DigammaFrom1To2(double x) =>
        (x - DigammaZeroHigh - DigammaZeroLow) * Polynomial.Evaluate(x - 1.5, DigammaCoefficients);

    // Chebyshev interpolants, computed in 60-digit arithmetic. ψ(x)/(x - zero) in x - 1.5.
    private static ReadOnlySpan<double> DigammaCoefficients =>
    [
        0.9510558760318328, -0.4236274212814606, 0.24054248424078697, -0.14840492305388092, 0.09498872445289039,
        -0.06192213327548831, 0.040760833940846085, -0.026975796659787055, 0.017907248317313294, -0.011908220105959716,
        0.007927021796868154, -0.005279937255532708, 0.003518106563802472, -0.0023454947397380833, 0.0015633696313653504,
        -0.0010364584817312839, 0.0006909255761282986, -0.00048595039220036254, 0.00032395945401345196,
        -0.00014480643368061614, 9.653646261410062e-05, -0.0001782188548855923, 0.00011881232908510335,
    ];

    // In 1/x², x ≥ 8.
    private static ReadOnlySpan<double> DigammaSeries =>
    [
        0.08333333333333333, -0.008333333333331664, 0.003968253965999701, -0.004166665501516725,
        0.007575459920369176, -0.02105106090804774, 0.08002337465397756, -0.299425370626735,
    ];
}

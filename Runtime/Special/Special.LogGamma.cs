using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    private const double HalfLogTwoPi = 0.9189385332046727;

    // From here on Stirling's series serves.
    private const double StirlingFrom = 8.0;

    // Down to here a negative argument is raised by the recurrence, below it is reflected.
    private const double ReflectBelow = -20.0;

    /// <summary>
    /// log|Γ(x)|. Relative error below 2e-15 for x &gt; 0, the zeros at 1 and 2 included; for x &lt; 0 the error is below 2e-15
    /// times the greater of 1 and the result, which is an absolute bound near the zeros between the poles.
    /// </summary>
    /// <returns>+Infinity at 0, at negative integers and at both infinities; NaN for NaN.</returns>
    /// <remarks>
    /// Derivative: <see cref="Digamma(double)"/>. Method: a polynomial for log Γ(2 + w), |w| ≤ ½, the recurrence
    /// Γ(x + 1) = x·Γ(x), Stirling's series, and the reflection Γ(x)·Γ(-x) = -π/(x·sin πx).
    /// </remarks>
    public static double LogGamma(double x)
    {
        if (x >= StirlingFrom)
        {
            return LogGammaStirling(x);
        }

        if (x >= 2.5)
        {
            return LogGammaLowered(x);
        }

        if (x >= 0.5)
        {
            return x >= 1.5 ? LogGammaNear2(x - 2.0) : LogGammaNear2(x - 1.0) - Math.Log(x);
        }

        return LogGammaOfSmallOrNegative(x);
    }

    /// <inheritdoc cref="LogGamma(double)"/>
    public static float LogGamma(float x) => (float)LogGamma((double)x);

    private static double LogGammaLowered(double x)
    {
        double product = 1.0;
        double lowered = x;
        while (lowered >= 2.5)
        {
            lowered -= 1.0;
            product *= lowered;
        }

        return Math.Log(product) + LogGammaNear2(lowered - 2.0);
    }

    private static double LogGammaOfSmallOrNegative(double x)
    {
        if (double.IsInfinity(x) || (x <= 0.0 && x == Math.Floor(x)))
        {
            return double.PositiveInfinity;
        }

        if (x < ReflectBelow)
        {
            double sine = Math.Sin(Math.PI * (x - Math.Round(x)));
            return Math.Log(Math.PI / Math.Abs(x * sine)) - LogGammaStirling(-x);
        }

        // x + n lies in [-½, ½]; Γ(x) = Γ(2 + x + n)/(x·(x + 1)·…·(x + n + 1)).
        double n = -Math.Round(x);
        double product = Math.Abs(x);
        for (double shift = 1.0; shift <= n + 1.0; shift++)
        {
            product *= Math.Abs(x + shift);
        }

        return LogGammaNear2(x + n) - Math.Log(product);
    }

    private static double LogGammaStirling(double x)
    {
        double inverse = 1.0 / x;
        double series = Polynomial.Evaluate(inverse * inverse, StirlingCoefficients) * inverse;
        return (x - 0.5) * (Math.Log(x) - 1.0) + (HalfLogTwoPi - 0.5 + series);
    }

    // log Γ(2 + w) for |w| ≤ ½.
    private static double LogGammaNear2(double w) => w * Polynomial.Evaluate(w, LogGammaNear2Coefficients);

    // Chebyshev interpolants, computed in 60-digit arithmetic.
    private static ReadOnlySpan<double> LogGammaNear2Coefficients =>
    [
        0.42278433509846713, 0.3224670334241132, -0.06735230105319814, 0.02058080842778457,
        -0.0073855510286681535, 0.002890510330738737, -0.0011927539120010226, 0.0005096695248853096,
        -0.00022315475074520367, 9.945750909889392e-05, -4.4926351103833334e-05, 2.050726741605779e-05,
        -9.438458716242811e-06, 4.374374916915131e-06, -2.0449201467015115e-06, 9.578663334114758e-07,
        -4.303558760359961e-07, 2.0304806751615227e-07, -1.3412819758517287e-07, 6.379047507619774e-08,
    ];

    // In 1/x², x ≥ 8.
    private static ReadOnlySpan<double> StirlingCoefficients =>
    [
        0.08333333333333333, -0.002777777777773988, 0.0007936507897524059, -0.0005952365845057049,
        0.0008414700852503147, -0.001890382993887715, 0.005065905360156132,
    ];
}

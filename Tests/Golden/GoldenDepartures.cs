namespace StaticAd.Tests.Golden;

/// <summary>Where PyTorch's numbers are not followed, and what is right there, by formulas that neither cancel nor overflow.</summary>
internal static class GoldenDepartures
{
    /// <summary>Value and derivative; null where the file's hold.</summary>
    public static (double Value, double Derivative)? First(string op, double x) => op switch
    {
        "cbrt_equiv" when x == 0 => (0, double.PositiveInfinity), // composed of sign, pow and abs
        "digamma" when x < 0 && double.IsInteger(x) => (double.NaN, double.PositiveInfinity), // finite garbage
        "powc_0p5" when IsOtherRoot(x) => (Math.Pow(x, 0.5), x == 0 ? double.PositiveInfinity : 0), // through sqrt, which is not pow there
        "powc_m0p5" when IsOtherRoot(x) => (Math.Pow(x, -0.5), x == 0 ? double.NegativeInfinity : 0),
        _ => null,
    };

    /// <summary>The second derivative; null where the file's holds.</summary>
    public static double? Second(string op, double x) => op switch
    {
        "asin" => x / Math.Pow((1 - x) * (1 + x), 1.5),
        "acos" => -x / Math.Pow((1 - x) * (1 + x), 1.5),
        "acosh" => -x / Math.Pow((x - 1) * (x + 1), 1.5),
        "cosh" => Math.Cosh(x),
        "sinh" => Math.Sinh(x),
        "expm1" => Math.Exp(x),
        "lgamma" => x < 0 && double.IsInteger(x) ? double.PositiveInfinity : Special.Trigamma(x),
        "sigmoid" => -Math.Tanh(x / 2) * Bell(x),
        "softplus" => Bell(x),
        "logsigmoid" => -Bell(x),
        "cbrt_equiv" when x == 0 => double.IsNegative(x) ? double.PositiveInfinity : double.NegativeInfinity, // composed of sign, pow and abs
        "tanh" => -2 * Math.Tanh(x) / Math.Cosh(x) / Math.Cosh(x),
        _ => null,
    };

    private static bool IsOtherRoot(double x) => double.IsNegativeInfinity(x) || (x == 0 && double.IsNegative(x));

    /// <summary>The derivative of the sigmoid.</summary>
    private static double Bell(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return e / ((1 + e) * (1 + e));
    }
}

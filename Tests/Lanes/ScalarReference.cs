namespace StaticAd.Tests.Lanes;

/// <summary>The scalar functions that lanes must agree with, by name.</summary>
internal static class ScalarReference
{
    public static readonly Dictionary<string, Func<double, double>> Unary = new()
    {
        ["Abs"] = Math.Abs, ["Sqrt"] = Math.Sqrt, ["Cbrt"] = Math.Cbrt, ["Exp"] = Math.Exp, ["Exp2"] = x => Math.Pow(2.0, x),
        ["ExpM1"] = Special.ExpM1, ["Log"] = Math.Log, ["Log2"] = Math.Log2, ["Log10"] = Math.Log10, ["LogP1"] = Special.LogP1,
        ["Sin"] = Math.Sin, ["Cos"] = Math.Cos, ["Tan"] = Math.Tan, ["Asin"] = Math.Asin, ["Acos"] = Math.Acos,
        ["SinOfPair"] = Math.Sin, ["CosOfPair"] = Math.Cos,
        ["Atan"] = Math.Atan, ["Sinh"] = Math.Sinh, ["Cosh"] = Math.Cosh, ["Tanh"] = Math.Tanh,
        ["Asinh"] = Math.Asinh, ["Acosh"] = Math.Acosh, ["Atanh"] = Math.Atanh,
        ["Floor"] = Math.Floor, ["Ceiling"] = Math.Ceiling, ["Round"] = Math.Round, ["Truncate"] = Math.Truncate,
        ["Sign"] = x => double.IsNaN(x) ? x : Math.Sign(x),
        ["Erf"] = Special.Erf, ["Erfc"] = Special.Erfc, ["NormalCdf"] = Special.NormalCdf, ["NormalPdf"] = Special.NormalPdf,
        ["ExpMinusSquare"] = Special.ExpMinusSquare, ["LogGamma"] = Special.LogGamma, ["Digamma"] = Special.Digamma,
        ["Trigamma"] = Special.Trigamma, ["Sigmoid"] = Special.Sigmoid, ["Softplus"] = Special.Softplus, ["Negate"] = x => -x,
    };

    public static readonly Dictionary<string, Func<double, double, double>> Binary = new()
    {
        ["Add"] = (x, y) => x + y, ["Subtract"] = (x, y) => x - y, ["Multiply"] = (x, y) => x * y,
        ["Divide"] = (x, y) => x / y, ["Remainder"] = (x, y) => x % y,
        ["Pow"] = Math.Pow, ["Atan2"] = Math.Atan2, ["Hypot"] = double.Hypot, ["IEEERemainder"] = Math.IEEERemainder,
        ["Min"] = Math.Min, ["Max"] = Math.Max, ["MinMagnitude"] = Math.MinMagnitude, ["MaxMagnitude"] = Math.MaxMagnitude,
        ["CopySign"] = Math.CopySign,
    };

    public static readonly double[] SpecialValues =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, -double.Epsilon, 1e-310, -1e-310,
        2.2250738585072014E-308, double.MaxValue, double.MinValue, 1e300, -1e300, 1e-300, -1e-300, 1.0, -1.0, 2.0, -2.0, 3.0,
        -3.0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 710.0, -710.0, 709.9, -745.5, 1e9, 1.1e9, -4e18, 9007199254740993.0, 20.0, -40.0,
        0.1, -0.1,
    ];
}

using System.Reflection;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Golden;

/// <summary>The functions of the reference files as marked methods, with what is generated for them.</summary>
internal static class GoldenProgram
{
    private static readonly (string Op, string Parameters, string Body)[] Methods =
    [
        .. OfOne("abs", "Math.Abs(x)", "acos", "Math.Acos(x)", "acosh", "Math.Acosh(x)", "asin", "Math.Asin(x)", "asinh", "Math.Asinh(x)", "atan", "Math.Atan(x)"),
        .. OfOne("ceil", "Math.Ceiling(x)", "clamp_m1_p1", "Math.Clamp(x, -1, 1)", "clamp_min0", "Math.Clamp(x, 0, double.PositiveInfinity)"),
        .. OfOne("cos", "Math.Cos(x)", "cosh", "Math.Cosh(x)", "digamma", "Special.Digamma(x)", "erf", "Special.Erf(x)", "exp", "Math.Exp(x)"),
        .. OfOne("expm1", "Special.ExpM1(x)", "floor", "Math.Floor(x)", "lgamma", "Special.LogGamma(x)", "log", "Math.Log(x)", "logsigmoid", "-Special.Softplus(-x)"),
        .. OfOne("reciprocal", "1 / x", "relu", "x <= 0 ? 0 : x", "round", "Math.Round(x)", "rsqrt", "1 / Math.Sqrt(x)", "sigmoid", "Special.Sigmoid(x)"),
        .. OfOne("sign", "Math.Sign(x)", "sin", "Math.Sin(x)", "sinh", "Math.Sinh(x)", "softplus", "Special.Softplus(x)", "sqrt", "Math.Sqrt(x)"),
        .. OfOne("square", "x * x", "tan", "Math.Tan(x)", "tanh", "Math.Tanh(x)", "cbrt_equiv", "Math.Cbrt(x)"),
        .. OfOne("powc_0p0", "Math.Pow(x, 0)", "powc_0p5", "Math.Pow(x, 0.5)", "powc_1p0", "Math.Pow(x, 1)", "powc_2p0", "Math.Pow(x, 2)"),
        .. OfOne("powc_3p0", "Math.Pow(x, 3)", "powc_m0p5", "Math.Pow(x, -0.5)", "powc_m1p0", "Math.Pow(x, -1)"),
        .. OfTwo("atan2", "Math.Atan2(x, y)", "div", "x / y", "fmod", "x % y", "hypot", "double.Hypot(x, y)"),
        .. OfTwo("maximum", "Math.Max(x, y)", "minimum", "Math.Min(x, y)", "mul", "x * y", "pow", "Math.Pow(x, y)"),
    ];

    private static readonly Lazy<Type> Compiled = new(() => CompiledProgram.Load(Source()).GetType("Golden.Model")!);

    public delegate double OfOneGradient(double x, out double dx);

    public delegate double OfTwoGradient(double x, double y, out double dx, out double dy);

    public delegate double Hessian(double x, Span<double> hessian);

    public static IEnumerable<string> Unary => Methods.Where(method => method.Parameters == "double x").Select(method => method.Op);

    public static IEnumerable<string> Binary => Methods.Where(method => method.Parameters != "double x").Select(method => method.Op);

    /// <summary>A generated member of an operation's method.</summary>
    public static T Member<T>(string op, string member)
        where T : Delegate => Compiled.Value.GetMethod(op + member, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();

    // There are no second derivatives where a rule of the library has none of its own.
    private static string Mark(string op) => op == "digamma" ? "[Differentiable]" : "[Differentiable(Order = 2)]";

    private static string Source() =>
        "using System; using StaticAd; namespace Golden; public static partial class Model {\n"
        + string.Concat(Methods.Select(method => $"{Mark(method.Op)} public static double {method.Op}({method.Parameters}) => {method.Body};\n"))
        + "}\n";

    private static IEnumerable<(string, string, string)> OfOne(params string[] table) => table.Chunk(2).Select(row => (row[0], "double x", row[1]));

    private static IEnumerable<(string, string, string)> OfTwo(params string[] table) => table.Chunk(2).Select(row => (row[0], "double x, double y", row[1]));
}

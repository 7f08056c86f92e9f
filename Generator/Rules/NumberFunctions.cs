using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Cost;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>The functions that only the number types have: <c>double.Hypot</c>, <c>float.Exp2</c>.</summary>
internal static class NumberFunctions
{
    private const double LnOf2 = 0.6931471805599453;
    private const double LnOf10 = 2.302585092994046;
    private const double OneOverPi = 0.3183098861837907;

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        // Exponentials, logarithms, powers
        InLanes("Exp2", Expensive, Of((x, r) => LnOf2 * r)),
        Number("Exp10", Expensive, Of((x, r) => LnOf10 * r)),
        InLanes("ExpM1", Expensive, Of((x, r) => Exp(x))) with { Id = "Number.ExpM1" },
        Number("Exp2M1", Expensive, Of((x, r) => LnOf2 * x.Call("Exp2"))),
        Number("Exp10M1", Expensive, Of((x, r) => LnOf10 * x.Call("Exp10"))),
        InLanes("LogP1", Expensive, Of((x, r) => 1 / (1 + x))) with { Id = "Number.LogP1" },
        Number("Log2P1", Expensive, Of((x, r) => Log2OfE / (1 + x))),
        Number("Log10P1", Expensive, Of((x, r) => Log10OfE / (1 + x))),
        InLanes("Hypot", Expensive, Of((x, y, r) => x / r), Of((x, y, r) => y / r)),
        Number("RootN", Expensive, Of((x, n, r) => Pow(1 / r, n.ConvertTo(x.Value.Type) - 1) / n.ConvertTo(x.Value.Type)), null),

        // Trigonometry in half turns
        Number("SinPi", Expensive, Of((x, r) => Pi(x) * x.Call("CosPi"))),
        Number("CosPi", Expensive, Of((x, r) => -(Pi(x) * x.Call("SinPi")))),
        Number("TanPi", Expensive, Of((x, r) => Pi(x) * (1 + Square(r)))),
        Number("AsinPi", Expensive, Of((x, r) => OneOverPi / Sqrt(OneMinusSquare(x)))),
        Number("AcosPi", Expensive, Of((x, r) => -OneOverPi / Sqrt(OneMinusSquare(x)))),
        Number("AtanPi", Expensive, Of((x, r) => OneOverPi / (1 + Square(x)))),
        Number(
            "Atan2Pi",
            Expensive,
            Of((y, x, r) => OneOverPi * OverSquaredNorm(x, x, y)),
            Of((y, x, r) => -(OneOverPi * OverSquaredNorm(y, x, y)))),
        Number("DegreesToRadians", Cheap, Of((x, r) => x.Constant(0.017453292519943295))),
        Number("RadiansToDegrees", Cheap, Of((x, r) => x.Constant(57.29577951308232))),

        Number("Lerp", Cheap, Of((a, b, t, r) => 1 - t), Of((a, b, t, r) => t), Of((a, b, t, r) => b - a)),

        // Questions about a number: passive answers
        Number("IsNaN", Cheap, [null]),
        Number("IsFinite", Cheap, [null]),
        Number("IsInfinity", Cheap, [null]),
        Number("IsPositiveInfinity", Cheap, [null]),
        Number("IsNegativeInfinity", Cheap, [null]),
        Number("IsNegative", Cheap, [null]),
        Number("IsPositive", Cheap, [null]),
        Number("IsInteger", Cheap, [null]),
        Number("IsEvenInteger", Cheap, [null]),
        Number("IsOddInteger", Cheap, [null]),
        Number("IsPow2", Cheap, [null]),
        Number("IsNormal", Cheap, [null]),
        Number("IsSubnormal", Cheap, [null]),
    ];

    private static ElementaryFunction InLanes(string name, Cost cost, params Partial?[] partials) =>
        Function(FunctionHome.Number, name, cost, partials);

    private static ElementaryFunction Number(string name, Cost cost, params Partial?[] partials) =>
        Function(FunctionHome.Number, name, cost, partials) with { LaneMethod = null };

    private static Term Pi(Term x) => x.Constant(System.Math.PI, x.IsFloat ? "MathF.PI" : "Math.PI");
}

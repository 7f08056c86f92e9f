using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Cost;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>
/// The functions of <c>System.Math</c> that are smooth or flat. Each partial derivative is stated from the arguments or from
/// the result r, whichever keeps its digits over the whole range; see docs/conventions.md.
/// </summary>
internal static class MathFunctions
{
    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        // Exponentials, logarithms, powers
        Math("Exp", Expensive, Of((x, r) => r)),
        Math("Log", Expensive, Of((x, r) => 1 / x)),
        Math("Log2", Expensive, Of((x, r) => Log2OfE / x)),
        Math("Log10", Expensive, Of((x, r) => Log10OfE / x)),
        Math("Log", Expensive, Of((a, b, r) => 1 / (a * Log(b))), Of((a, b, r) => -r / (b * Log(b))))
            with { Id = "LogBase", LaneMethod = null },
        Math("Sqrt", Moderate, Of((x, r) => 0.5 / r)),
        Math("Cbrt", Expensive, Of((x, r) => Square(1 / r) / r.Constant(3))),
        Math("Pow", Expensive, Of(PowerByBase), Of(PowerByExponent)),
        Math("ScaleB", Expensive, Of((x, n, r) => x.Constant(1).Call("ScaleB", n)), null) with { LaneMethod = null },

        // Trigonometry
        Math("Sin", Expensive, Of((x, r) => Cos(x))),
        Math("Cos", Expensive, Of((x, r) => -Sin(x))),
        Math("Tan", Expensive, Of((x, r) => 1 + Square(r))),
        Math("Asin", Expensive, Of((x, r) => 1 / Sqrt(OneMinusSquare(x)))),
        Math("Acos", Expensive, Of((x, r) => -1 / Sqrt(OneMinusSquare(x)))),
        Math("Atan", Expensive, Of((x, r) => 1 / (1 + Square(x)))),
        Math("Atan2", Expensive, Of((y, x, r) => OverSquaredNorm(x, x, y)), Of((y, x, r) => -OverSquaredNorm(y, x, y))),

        // Hyperbolic functions
        Math("Sinh", Expensive, Of((x, r) => Cosh(x))),
        Math("Cosh", Expensive, Of((x, r) => Sinh(x))),
        Math("Tanh", Expensive, Of((x, r) => Square(1 / Cosh(ClampToFiniteCosh(x))))),
        Math("Asinh", Expensive, Of((x, r) => 1 / Hypot(x, x.Constant(1)))),
        Math("Acosh", Expensive, Of((x, r) => 1 / (Sqrt(Abs(x) - 1) * Sqrt(1 + Abs(x))))),
        Math("Atanh", Expensive, Of((x, r) => 1 / OneMinusSquare(x))),

        // Sums, products, remainders
        Math("FusedMultiplyAdd", Cheap, Of((x, y, z, r) => y), Of((x, y, z, r) => x), One),
        Math("IEEERemainder", Expensive, One, Of((x, y, r) => -QuotientOfRemainder(x, y, r))),

        // Steps: flat almost everywhere, and by convention at the jumps
        Math("Floor", Cheap, [null]),
        Math("Ceiling", Cheap, [null]),
        Math("Truncate", Cheap, [null]),
        Math("Round", Cheap, [null]),
        Math("Round", Moderate, null, null) with { Id = "Round2", LaneMethod = null },
        Math("Round", Moderate, null, null, null) with { Id = "Round3", LaneMethod = null },
        Math("Sign", Cheap, [null]),
        Math("ILogB", Expensive, [null]) with { LaneMethod = null },
    ];

    private static ElementaryFunction Math(string name, Cost cost, params Partial?[] partials) =>
        Function(FunctionHome.Math, name, cost, partials);

    /// <summary>
    /// y·x^(y-1). At y = 0 this is 0, but computed 0·Infinity where the reciprocal of x overflows and 0·NaN where x is NaN:
    /// there the exponent is taken as 0. Elsewhere at y = 0 the formula stands, since its own derivative in y is 1/x.
    /// </summary>
    private static Term PowerByBase(Term x, Term y, Term r)
    {
        Term hasReciprocal = Abs(x) > (x.IsFloat ? 2.938736e-39 : 5.56268464626801e-309);
        return y * Pow(x, (y.Is(0) & !hasReciprocal).Choose(y.Constant(0), y - 1));
    }

    /// <summary>r·log x; 0 at x = 0 for y ≥ 0, where r·log x would be 0·Infinity.</summary>
    private static Term PowerByExponent(Term x, Term y, Term r) =>
        r * Log((x.Is(0) & y >= 0).Choose(x.Constant(1), x));

    /// <summary>Beyond the bounds 1/cosh² is below the smallest number, while cosh itself soon overflows.</summary>
    private static Term ClampToFiniteCosh(Term x)
    {
        double bound = x.IsFloat ? 60 : 400;
        return x.Call("Clamp", x.Constant(-bound), x.Constant(bound));
    }
}

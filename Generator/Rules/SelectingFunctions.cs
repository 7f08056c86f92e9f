using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Cost;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>
/// The functions that hand on one of their arguments, up to its sign: piecewise linear, with conventions at the kinks that
/// docs/conventions.md lists.
/// </summary>
internal static class SelectingFunctions
{
    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Math("Abs", Of((x, r) => (x > 0).Choose(x.Constant(1), (x < 0).Choose(x.Constant(-1), x.Constant(0))))),
        Math("CopySign", Of((x, y, r) => x.Is(0).Choose(x.Constant(0), r.Is(x).Choose(x.Constant(1), x.Constant(-1)))), null),
        Math(
            "Clamp",
            Of((x, low, high, r) => Indicator(x >= low & x <= high, x)),
            Of((x, low, high, r) => Indicator(x < low, x)),
            Of((x, low, high, r) => Indicator(x > high, x))) with { Home = FunctionHome.MathOnly },

        // Ties are shared equally; NaN among the arguments gives each of them the whole cotangent.
        Math("Max", Of((x, y, r) => OneUnless(x < y, x, y)), Of((x, y, r) => OneUnless(x > y, x, y))),
        Math("Min", Of((x, y, r) => OneUnless(x > y, x, y)), Of((x, y, r) => OneUnless(x < y, x, y))),
        Math("MaxMagnitude", Of((x, y, r) => OneUnless(r.Is(y), x, y)), Of((x, y, r) => OneUnless(r.Is(x), x, y))),
        Math("MinMagnitude", Of((x, y, r) => OneUnless(r.Is(y), x, y)), Of((x, y, r) => OneUnless(r.Is(x), x, y))),

        // NaN counts as missing; the first argument wins a tie, as in PyTorch's fmax and fmin.
        Number("MaxNumber", Of((x, y, r) => Indicator(WinsMax(x, y), x)), Of((x, y, r) => Indicator(!WinsMax(x, y), x))),
        Number("MinNumber", Of((x, y, r) => Indicator(WinsMin(x, y), x)), Of((x, y, r) => Indicator(!WinsMin(x, y), x))),
    ];

    private static ElementaryFunction Math(string name, params Partial?[] partials) =>
        Function(FunctionHome.Math, name, Cheap, partials);

    private static ElementaryFunction Number(string name, params Partial?[] partials) =>
        Function(FunctionHome.Number, name, Cheap, partials) with { LaneMethod = null };

    private static Term OneUnless(Term otherIsChosen, Term x, Term y) =>
        x.Is(y).Choose(x.Constant(0.5), otherIsChosen.Choose(x.Constant(0), x.Constant(1)));

    private static Term WinsMax(Term x, Term y) => x >= y | !y.Is(y);

    private static Term WinsMin(Term x, Term y) => x <= y | !y.Is(y);
}

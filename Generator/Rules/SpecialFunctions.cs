using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Cost;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>The functions of <c>StaticAd.Special</c> and <c>StaticAd.Ad</c>.</summary>
internal static class SpecialFunctions
{
    private const double TwoOverSqrtPi = 1.1283791670955126;

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Special("Erf", Of((x, r) => TwoOverSqrtPi * x.Call("ExpMinusSquare"))),
        Special("Erfc", Of((x, r) => -TwoOverSqrtPi * x.Call("ExpMinusSquare"))),
        Special("ExpMinusSquare", Of((x, r) => -2 * x * r)),
        Special("NormalCdf", Of((x, r) => x.Call("NormalPdf"))),
        Special("NormalPdf", Of((x, r) => -x * r)),
        Special("LogGamma", Of((x, r) => x.Call("Digamma"))),
        Special("Digamma", Of((x, r) => x.Call("Trigamma"))),
        Special("Trigamma", [null]) with { HasDerivative = false },
        Special("Sigmoid", Of((x, r) => r * (-x).Call("Sigmoid"))),
        Special("Softplus", Of((x, r) => x.Call("Sigmoid"))),
        Special("ExpM1", Of((x, r) => Exp(x))),
        Special("LogP1", Of((x, r) => 1 / (1 + x))),
        Function(FunctionHome.Ad, "StopGradient", Cheap, [null]) with { LaneMethod = null },
    ];

    private static ElementaryFunction Special(string name, params Partial?[] partials) =>
        Function(FunctionHome.Special, name, Expensive, partials);
}

using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>
/// <c>WithValue(formula, value)</c>: the derivative of the one, the value of the other. It states how a library's result depends on
/// what went into it, and leaves the result's bits to the library. Passes know it like any function; generated code does not contain it.
/// </summary>
internal static class SubstitutedValues
{
    public const string WithValue = "WithValue";

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Function(FunctionHome.Ad, WithValue, Cost.Cheap, One, null) with { LaneMethod = null },
    ];
}

using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>Functions of integers alone, those of the integer types and of <c>BitOperations</c>. Nothing flows through them.</summary>
internal static class IntegerFunctions
{
    private static readonly string[] OfOne = ["Log2", "PopCount", "LeadingZeroCount", "TrailingZeroCount", "IsPow2"];
    private static readonly string[] OfTwo = ["RotateLeft", "RotateRight"];

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        .. OfOne.Append("RoundUpToPowerOf2").Select(name => Integer(FunctionHome.BitOperations, name, 1)),
        .. OfTwo.Select(name => Integer(FunctionHome.BitOperations, name, 2)),
        .. OfOne.Concat(["IsEvenInteger", "IsOddInteger", "IsNegative", "IsPositive"]).Select(name => Integer(FunctionHome.Integer, name, 1)),
        .. OfTwo.Select(name => Integer(FunctionHome.Integer, name, 2)),
    ];

    private static ElementaryFunction Integer(FunctionHome home, string name, int arity) =>
        Function(home, name, Cost.Cheap, new Partial?[arity]) with { Id = $"{home}.{name}", LaneMethod = null };
}

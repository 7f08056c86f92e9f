using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>The questions that C# asks of one number, asked of lanes; and what is no computation there at all.</summary>
internal static class NumberTests
{
    private const double SmallestNormalDouble = 2.2250738585072014E-308;
    private const double SmallestNormalFloat = 1.1754943508222875E-38;

    private static readonly HashSet<string> Answered =
    [
        "IsNaN", "IsFinite", "IsInfinity", "IsPositiveInfinity", "IsNegativeInfinity", "IsNegative", "IsPositive",
        "IsInteger", "IsEvenInteger", "IsOddInteger", "IsNormal", "IsSubnormal",
    ];

    /// <summary>Whether lanes have no answer to a question.</summary>
    public static bool IsUnanswered(Compute question) =>
        question is { Opcode: Opcode.Function, Result.Type: var type } && type == IrType.Bool && !Answered.Contains(question.Function!);

    /// <summary>Null for all other functions.</summary>
    public static Value? Lower(string function, Value x, LaneTypes types, BlockBuilder block)
    {
        Value Number(double number) => block.Compute(Opcode.Broadcast, types.Lane, null, block.Constant(number, types.Element));
        Value Compare(Opcode comparison, Value left, Value right) => block.Compute(comparison, types.Mask, null, left, right);
        Value Sign() => block.Function("CopySign", Number(1), x);
        Value IsFinite() => Compare(Opcode.Less, block.Function("Abs", x), Number(double.PositiveInfinity));
        return function switch
        {
            "StopGradient" => x,
            "IsNaN" => Compare(Opcode.NotEqual, x, x),
            "IsFinite" => IsFinite(),
            "IsInfinity" => Compare(Opcode.Equal, block.Function("Abs", x), Number(double.PositiveInfinity)),
            "IsPositiveInfinity" => Compare(Opcode.Equal, x, Number(double.PositiveInfinity)),
            "IsNegativeInfinity" => Compare(Opcode.Equal, x, Number(double.NegativeInfinity)),
            "IsNegative" => Compare(Opcode.Less, Sign(), Number(0)),
            "IsPositive" => Compare(Opcode.Greater, Sign(), Number(0)),
            "IsInteger" => IsInteger(),
            "IsEvenInteger" => And(IsInteger(), ComparedWithItsWhole(Opcode.Equal, Half())),
            "IsOddInteger" => And(IsInteger(), ComparedWithItsWhole(Opcode.NotEqual, Half())),
            "IsNormal" => And(Compare(Opcode.GreaterOrEqual, block.Function("Abs", x), SmallestNormal()), IsFinite()),
            "IsSubnormal" => And(Compare(Opcode.Less, block.Function("Abs", x), SmallestNormal()), Compare(Opcode.NotEqual, x, Number(0))),
            _ => null,
        };

        Value And(Value left, Value right) => block.Compute(Opcode.And, types.Mask, null, left, right);
        Value ComparedWithItsWhole(Opcode comparison, Value number) => Compare(comparison, block.Function("Truncate", number), number);
        Value IsInteger() => And(IsFinite(), ComparedWithItsWhole(Opcode.Equal, x));
        Value Half() => block.Multiply(x, Number(0.5));
        Value SmallestNormal() => Number(types.Element == IrType.Float ? SmallestNormalFloat : SmallestNormalDouble);
    }
}

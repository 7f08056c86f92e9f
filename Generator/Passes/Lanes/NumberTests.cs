using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>The questions that C# asks of one number, asked of lanes; and what is no computation there at all.</summary>
internal static class NumberTests
{
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
            "IsInteger" => block.Compute(
                Opcode.And, types.Mask, null, IsFinite(), Compare(Opcode.Equal, block.Function("Truncate", x), x)),
            _ => null,
        };
    }
}

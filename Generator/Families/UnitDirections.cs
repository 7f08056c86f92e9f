using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>Tangents or cotangents of which a single number is one: which, the body knows only when it runs.</summary>
internal static class UnitDirections
{
    /// <summary>One where the direction is a number's own, else zero.</summary>
    /// <param name="place">The place of the number among all.</param>
    public static Value Number(IrType type, Value direction, Value place, BlockBuilder body) =>
        body.Select(body.Compare(Opcode.Equal, direction, place), body.Constant(1, type), body.Constant(0, type));

    /// <summary>Puts a one into a buffer of zeros where the direction is that of one of its elements.</summary>
    /// <param name="first">The place of its first element among all.</param>
    /// <param name="stride">How many places its elements are apart.</param>
    public static void PutOne(Value buffer, Value direction, Value first, int stride, BlockBuilder body)
    {
        Value apart = body.Constant(stride);
        Value distance = body.Subtract(direction, first);
        Value index = body.Divide(distance, apart);
        Value isElement = body.Compare(Opcode.Equal, body.Multiply(index, apart), distance);
        Value isWithin = body.Compute(
            Opcode.And,
            IrType.Bool,
            null,
            body.Compare(Opcode.GreaterOrEqual, distance, body.Constant(0)),
            body.Compare(Opcode.Less, index, body.Length(buffer)));
        BlockBuilder seeding = body.Nested();
        seeding.Append(new Store(buffer, index, seeding.Constant(1, Buffers.ElementOf(buffer))));
        body.Append(new If([], body.Compute(Opcode.And, IrType.Bool, null, isElement, isWithin), seeding.Finish([]), new Block([], [], [])));
    }
}

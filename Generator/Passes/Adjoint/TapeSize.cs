using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Numbers of elements on the tape. A product is a <c>long</c> that cannot wrap round: where it exceeds what a buffer holds, the
/// allocation throws before anything is written. So an offset into a buffer that was allocated always fits an <c>int</c>.
/// </summary>
internal static class TapeSize
{
    // One more than any buffer holds: a larger factor changes nothing, unless the other is zero.
    private const double Unheld = 1L << 31;

    public static Value Product(BlockBuilder builder, Value left, Value right) =>
        builder.Multiply(Factor(builder, left), Factor(builder, right));

    public static Value Wide(BlockBuilder builder, Value number) =>
        number.Type.Equals(IrType.Long) ? number : builder.Compute(Opcode.Convert, IrType.Long, null, number);

    private static Value Factor(BlockBuilder builder, Value number) => number.Type.Equals(IrType.Long)
        ? builder.Function("Min", number, builder.Constant(Unheld, IrType.Long))
        : Wide(builder, number);
}

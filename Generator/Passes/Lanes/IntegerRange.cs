using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>Bounds of an integer, both included.</summary>
internal readonly record struct IntegerRange(double Low, double High)
{
    /// <summary>All values of an integer type; null for other types.</summary>
    public static IntegerRange? OfType(IrType type) => (type as ScalarType)?.Kind switch
    {
        ScalarKind.SByte => new(sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.Byte => new(byte.MinValue, byte.MaxValue),
        ScalarKind.Short => new(short.MinValue, short.MaxValue),
        ScalarKind.UShort => new(ushort.MinValue, ushort.MaxValue),
        ScalarKind.Int => new(int.MinValue, int.MaxValue),
        ScalarKind.UInt => new(uint.MinValue, uint.MaxValue),
        ScalarKind.Long => new(long.MinValue, long.MaxValue),
        ScalarKind.ULong => new(ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    /// <summary>The range of a computation from those of its integer arguments; null if it is not known.</summary>
    public static IntegerRange? Of(Compute compute, IntegerRange[] x) => compute.Opcode switch
    {
        Opcode.Add when x.Length == 2 => new(x[0].Low + x[1].Low, x[0].High + x[1].High),
        Opcode.Subtract when x.Length == 2 => new(x[0].Low - x[1].High, x[0].High - x[1].Low),
        Opcode.Negate when x.Length == 1 => new(-x[0].High, -x[0].Low),
        Opcode.Multiply when x.Length == 2 => Product(x[0], x[1]),
        Opcode.Convert when x.Length == 1 => x[0],
        Opcode.Select when x.Length == 2 => x[0].Union(x[1]),
        Opcode.Function when compute.Function == "Sign" => new(-1, 1),
        Opcode.Function when compute.Function is "Max" or "Min" && x.Length == 2 => x[0].Union(x[1]),
        Opcode.Function when compute.Function == "Abs" && x.Length == 1 => new(0, Math.Max(-x[0].Low, x[0].High)),
        _ => null,
    };

    public IntegerRange Union(IntegerRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public bool IsWithin(double magnitude) => Low >= -magnitude && High <= magnitude;

    public bool Contains(IntegerRange other) => Low <= other.Low && other.High <= High;

    private static IntegerRange Product(IntegerRange left, IntegerRange right)
    {
        double[] corners = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
        return new(corners.Min(), corners.Max());
    }
}

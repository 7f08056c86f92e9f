using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Double4
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Abs(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Sqrt(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Floor(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Ceiling(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Round(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Truncate(Double4 x) => Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Min(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Max(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 MinMagnitude(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 MaxMagnitude(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 CopySign(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 FusedMultiplyAdd(Double4 x, Double4 y, Double4 z) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.MinNative(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.MaxNative(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.FromBits(ulong bits) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.AndBits(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.OrBits(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.XorBits(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.AddBits(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>((x._vector.AsUInt64() + y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.SubtractBits(Double4 x, Double4 y) =>
        Unsafe.BitCast<Vector256<double>, Double4>((x._vector.AsUInt64() - y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.ShiftLeft(Double4 x, int count) =>
        Unsafe.BitCast<Vector256<double>, Double4>((x._vector.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double4 IKernelLane<Double4, double, ulong, Double4Mask>.ShiftRight(Double4 x, int count) =>
        Unsafe.BitCast<Vector256<double>, Double4>((x._vector.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Double4 Lower, Double4 Upper) Widen(Vector256<float> vector)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(vector);
        return (new(lower), new(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Narrow(Double4 lower, Double4 upper) => Vector256.Narrow(lower._vector, upper._vector);
}

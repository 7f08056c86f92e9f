using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Double8
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Abs(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Sqrt(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Floor(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Ceiling(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Round(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Truncate(Double8 x) => Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Min(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Max(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 MinMagnitude(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 MaxMagnitude(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 CopySign(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 FusedMultiplyAdd(Double8 x, Double8 y, Double8 z) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.MinNative(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.MaxNative(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.FromBits(ulong bits) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.AndBits(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.OrBits(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.XorBits(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.AddBits(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>((x._vector.AsUInt64() + y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.SubtractBits(Double8 x, Double8 y) =>
        Unsafe.BitCast<Vector512<double>, Double8>((x._vector.AsUInt64() - y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.ShiftLeft(Double8 x, int count) =>
        Unsafe.BitCast<Vector512<double>, Double8>((x._vector.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double8 IKernelLane<Double8, double, ulong, Double8Mask>.ShiftRight(Double8 x, int count) =>
        Unsafe.BitCast<Vector512<double>, Double8>((x._vector.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Double8 Lower, Double8 Upper) Widen(Vector512<float> vector)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(vector);
        return (new(lower), new(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Narrow(Double8 lower, Double8 upper) => Vector512.Narrow(lower._vector, upper._vector);
}

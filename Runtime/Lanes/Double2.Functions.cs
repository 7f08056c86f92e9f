using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Double2
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Abs(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Sqrt(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Floor(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Ceiling(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Round(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Truncate(Double2 x) => Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Min(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Max(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 MinMagnitude(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 MaxMagnitude(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 CopySign(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 FusedMultiplyAdd(Double2 x, Double2 y, Double2 z) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.MinNative(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.MaxNative(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.FromBits(ulong bits) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.AndBits(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.OrBits(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.XorBits(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.AddBits(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>((x._vector.AsUInt64() + y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.SubtractBits(Double2 x, Double2 y) =>
        Unsafe.BitCast<Vector128<double>, Double2>((x._vector.AsUInt64() - y._vector.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.ShiftLeft(Double2 x, int count) =>
        Unsafe.BitCast<Vector128<double>, Double2>((x._vector.AsUInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double2 IKernelLane<Double2, double, ulong, Double2Mask>.ShiftRight(Double2 x, int count) =>
        Unsafe.BitCast<Vector128<double>, Double2>((x._vector.AsUInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Double2 Lower, Double2 Upper) Widen(Vector128<float> vector)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(vector);
        return (new(lower), new(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Narrow(Double2 lower, Double2 upper) => Vector128.Narrow(lower._vector, upper._vector);
}

using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

public readonly partial struct Double1
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Abs(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Sqrt(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Floor(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Floor(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Ceiling(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Ceiling(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Round(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Round(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Truncate(Double1 x) => Unsafe.BitCast<double, Double1>(Math.Truncate(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Min(Double1 x, Double1 y) => Unsafe.BitCast<double, Double1>(Math.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Max(Double1 x, Double1 y) => Unsafe.BitCast<double, Double1>(Math.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 MinMagnitude(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(Math.MinMagnitude(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 MaxMagnitude(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(Math.MaxMagnitude(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 CopySign(Double1 x, Double1 y) => Unsafe.BitCast<double, Double1>(Math.CopySign(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 FusedMultiplyAdd(Double1 x, Double1 y, Double1 z) =>
        Unsafe.BitCast<double, Double1>(Math.FusedMultiplyAdd(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.MinNative(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(x._value < y._value ? x._value : y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.MaxNative(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(x._value > y._value ? x._value : y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.FromBits(ulong bits) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.AndBits(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(
            BitConverter.DoubleToUInt64Bits(x._value) & BitConverter.DoubleToUInt64Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.OrBits(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(
            BitConverter.DoubleToUInt64Bits(x._value) | BitConverter.DoubleToUInt64Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.XorBits(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(
            BitConverter.DoubleToUInt64Bits(x._value) ^ BitConverter.DoubleToUInt64Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.AddBits(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(
            BitConverter.DoubleToUInt64Bits(x._value) + BitConverter.DoubleToUInt64Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.SubtractBits(Double1 x, Double1 y) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(
            BitConverter.DoubleToUInt64Bits(x._value) - BitConverter.DoubleToUInt64Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.ShiftLeft(Double1 x, int count) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x._value) << count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Double1 IKernelLane<Double1, double, ulong, BooleanMask>.ShiftRight(Double1 x, int count) =>
        Unsafe.BitCast<double, Double1>(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x._value) >>> count));
}

using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

public readonly partial struct Float1
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Abs(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Abs(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Sqrt(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Sqrt(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Floor(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Floor(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Ceiling(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Ceiling(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Round(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Round(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Truncate(Float1 x) => Unsafe.BitCast<float, Float1>(MathF.Truncate(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Min(Float1 x, Float1 y) => Unsafe.BitCast<float, Float1>(MathF.Min(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Max(Float1 x, Float1 y) => Unsafe.BitCast<float, Float1>(MathF.Max(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 MinMagnitude(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(MathF.MinMagnitude(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 MaxMagnitude(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(MathF.MaxMagnitude(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 CopySign(Float1 x, Float1 y) => Unsafe.BitCast<float, Float1>(MathF.CopySign(x._value, y._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 FusedMultiplyAdd(Float1 x, Float1 y, Float1 z) =>
        Unsafe.BitCast<float, Float1>(MathF.FusedMultiplyAdd(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.MinNative(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(x._value < y._value ? x._value : y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.MaxNative(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(x._value > y._value ? x._value : y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.FromBits(uint bits) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.AndBits(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(
            BitConverter.SingleToUInt32Bits(x._value) & BitConverter.SingleToUInt32Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.OrBits(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(
            BitConverter.SingleToUInt32Bits(x._value) | BitConverter.SingleToUInt32Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.XorBits(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(
            BitConverter.SingleToUInt32Bits(x._value) ^ BitConverter.SingleToUInt32Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.AddBits(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(
            BitConverter.SingleToUInt32Bits(x._value) + BitConverter.SingleToUInt32Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.SubtractBits(Float1 x, Float1 y) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(
            BitConverter.SingleToUInt32Bits(x._value) - BitConverter.SingleToUInt32Bits(y._value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.ShiftLeft(Float1 x, int count) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(x._value) << count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float1 IKernelLane<Float1, float, uint, BooleanMask>.ShiftRight(Float1 x, int count) =>
        Unsafe.BitCast<float, Float1>(BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(x._value) >>> count));

    static Float1 IFloatLane<Float1, BooleanMask>.ThroughDouble<TFunction>(Float1 x) =>
        Unsafe.BitCast<float, Float1>((float)TFunction.Invoke<Double1, BooleanMask>(Double1.Create(x._value)).Value);

    static Float1 IFloatLane<Float1, BooleanMask>.ThroughDouble<TFunction>(Float1 x, Float1 y) =>
        new((float)TFunction.Invoke<Double1, BooleanMask>(Double1.Create(x._value), Double1.Create(y._value)).Value);
}

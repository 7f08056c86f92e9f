using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Float8
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Abs(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Sqrt(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Floor(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Ceiling(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Round(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Truncate(Float8 x) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Min(Float8 x, Float8 y) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Max(Float8 x, Float8 y) => Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 MinMagnitude(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 MaxMagnitude(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 CopySign(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 FusedMultiplyAdd(Float8 x, Float8 y, Float8 z) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.MinNative(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.MaxNative(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.FromBits(uint bits) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.Create(bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.AndBits(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.OrBits(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.XorBits(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.AddBits(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>((x._vector.AsUInt32() + y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.SubtractBits(Float8 x, Float8 y) =>
        Unsafe.BitCast<Vector256<float>, Float8>((x._vector.AsUInt32() - y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.ShiftLeft(Float8 x, int count) =>
        Unsafe.BitCast<Vector256<float>, Float8>((x._vector.AsUInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float8 IKernelLane<Float8, float, uint, Float8Mask>.ShiftRight(Float8 x, int count) =>
        Unsafe.BitCast<Vector256<float>, Float8>((x._vector.AsUInt32() >>> count).AsSingle());

    static Float8 IFloatLane<Float8, Float8Mask>.ThroughDouble<TFunction>(Float8 x)
    {
        (Double4 lower, Double4 upper) = Double4.Widen(x._vector);
        return new(Double4.Narrow(
            TFunction.Invoke<Double4, Double4Mask>(lower),
            TFunction.Invoke<Double4, Double4Mask>(upper)));
    }

    static Float8 IFloatLane<Float8, Float8Mask>.ThroughDouble<TFunction>(Float8 x, Float8 y)
    {
        (Double4 xLower, Double4 xUpper) = Double4.Widen(x._vector);
        (Double4 yLower, Double4 yUpper) = Double4.Widen(y._vector);
        return new(Double4.Narrow(
            TFunction.Invoke<Double4, Double4Mask>(xLower, yLower),
            TFunction.Invoke<Double4, Double4Mask>(xUpper, yUpper)));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Float16
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Abs(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Sqrt(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Floor(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Ceiling(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Round(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Truncate(Float16 x) => Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Min(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Max(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 MinMagnitude(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 MaxMagnitude(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 CopySign(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 FusedMultiplyAdd(Float16 x, Float16 y, Float16 z) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.MinNative(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.MaxNative(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.FromBits(uint bits) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.Create(bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.AndBits(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.OrBits(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.XorBits(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.AddBits(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>((x._vector.AsUInt32() + y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.SubtractBits(Float16 x, Float16 y) =>
        Unsafe.BitCast<Vector512<float>, Float16>((x._vector.AsUInt32() - y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.ShiftLeft(Float16 x, int count) =>
        Unsafe.BitCast<Vector512<float>, Float16>((x._vector.AsUInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float16 IKernelLane<Float16, float, uint, Float16Mask>.ShiftRight(Float16 x, int count) =>
        Unsafe.BitCast<Vector512<float>, Float16>((x._vector.AsUInt32() >>> count).AsSingle());

    static Float16 IFloatLane<Float16, Float16Mask>.ThroughDouble<TFunction>(Float16 x)
    {
        (Double8 lower, Double8 upper) = Double8.Widen(x._vector);
        return new(Double8.Narrow(
            TFunction.Invoke<Double8, Double8Mask>(lower),
            TFunction.Invoke<Double8, Double8Mask>(upper)));
    }

    static Float16 IFloatLane<Float16, Float16Mask>.ThroughDouble<TFunction>(Float16 x, Float16 y)
    {
        (Double8 xLower, Double8 xUpper) = Double8.Widen(x._vector);
        (Double8 yLower, Double8 yUpper) = Double8.Widen(y._vector);
        return new(Double8.Narrow(
            TFunction.Invoke<Double8, Double8Mask>(xLower, yLower),
            TFunction.Invoke<Double8, Double8Mask>(xUpper, yUpper)));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

public readonly partial struct Float4
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Abs(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Abs(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Sqrt(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Sqrt(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Floor(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Floor(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Ceiling(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Ceiling(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Round(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Round(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Truncate(Float4 x) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Truncate(x._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Min(Float4 x, Float4 y) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Min(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Max(Float4 x, Float4 y) => Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Max(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 MinMagnitude(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.MinMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 MaxMagnitude(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.MaxMagnitude(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 CopySign(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.CopySign(x._vector, y._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 FusedMultiplyAdd(Float4 x, Float4 y, Float4 z) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.FusedMultiplyAdd(x._vector, y._vector, z._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.MinNative(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.MinNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.MaxNative(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.MaxNative(x._vector, y._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.FromBits(uint bits) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.Create(bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.AndBits(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(x._vector & y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.OrBits(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(x._vector | y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.XorBits(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>(x._vector ^ y._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.AddBits(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>((x._vector.AsUInt32() + y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.SubtractBits(Float4 x, Float4 y) =>
        Unsafe.BitCast<Vector128<float>, Float4>((x._vector.AsUInt32() - y._vector.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.ShiftLeft(Float4 x, int count) =>
        Unsafe.BitCast<Vector128<float>, Float4>((x._vector.AsUInt32() << count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Float4 IKernelLane<Float4, float, uint, Float4Mask>.ShiftRight(Float4 x, int count) =>
        Unsafe.BitCast<Vector128<float>, Float4>((x._vector.AsUInt32() >>> count).AsSingle());

    static Float4 IFloatLane<Float4, Float4Mask>.ThroughDouble<TFunction>(Float4 x)
    {
        (Double2 lower, Double2 upper) = Double2.Widen(x._vector);
        return new(Double2.Narrow(
            TFunction.Invoke<Double2, Double2Mask>(lower),
            TFunction.Invoke<Double2, Double2Mask>(upper)));
    }

    static Float4 IFloatLane<Float4, Float4Mask>.ThroughDouble<TFunction>(Float4 x, Float4 y)
    {
        (Double2 xLower, Double2 xUpper) = Double2.Widen(x._vector);
        (Double2 yLower, Double2 yUpper) = Double2.Widen(y._vector);
        return new(Double2.Narrow(
            TFunction.Invoke<Double2, Double2Mask>(xLower, yLower),
            TFunction.Invoke<Double2, Double2Mask>(xUpper, yUpper)));
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Float8"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Float8Mask : ILaneMask<Float8Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector256<float> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Float8Mask(Vector256<float> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Float8Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<float>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Float8Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<float>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Float8Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Float8Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0xff;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator &(Float8Mask left, Float8Mask right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator |(Float8Mask left, Float8Mask right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator ^(Float8Mask left, Float8Mask right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator !(Float8Mask mask) => Unsafe.BitCast<Vector256<float>, Float8Mask>(~mask.Bits);
}

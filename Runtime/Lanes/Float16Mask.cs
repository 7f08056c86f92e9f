using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Float16"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Float16Mask : ILaneMask<Float16Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector512<float> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Float16Mask(Vector512<float> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Float16Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<float>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Float16Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<float>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Float16Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Float16Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0xffff;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator &(Float16Mask left, Float16Mask right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator |(Float16Mask left, Float16Mask right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator ^(Float16Mask left, Float16Mask right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator !(Float16Mask mask) => Unsafe.BitCast<Vector512<float>, Float16Mask>(~mask.Bits);
}

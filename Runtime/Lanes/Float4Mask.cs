using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Float4"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Float4Mask : ILaneMask<Float4Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector128<float> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Float4Mask(Vector128<float> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Float4Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<float>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Float4Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<float>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Float4Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Float4Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0xf;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator &(Float4Mask left, Float4Mask right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator |(Float4Mask left, Float4Mask right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator ^(Float4Mask left, Float4Mask right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator !(Float4Mask mask) => Unsafe.BitCast<Vector128<float>, Float4Mask>(~mask.Bits);
}

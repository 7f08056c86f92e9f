using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Double8"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Double8Mask : ILaneMask<Double8Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector512<double> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Double8Mask(Vector512<double> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Double8Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<double>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Double8Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Double8Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Double8Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0xff;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator &(Double8Mask left, Double8Mask right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator |(Double8Mask left, Double8Mask right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator ^(Double8Mask left, Double8Mask right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator !(Double8Mask mask) => Unsafe.BitCast<Vector512<double>, Double8Mask>(~mask.Bits);
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Double4"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Double4Mask : ILaneMask<Double4Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector256<double> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Double4Mask(Vector256<double> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Double4Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<double>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Double4Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Double4Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Double4Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0xf;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator &(Double4Mask left, Double4Mask right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator |(Double4Mask left, Double4Mask right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator ^(Double4Mask left, Double4Mask right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator !(Double4Mask mask) => Unsafe.BitCast<Vector256<double>, Double4Mask>(~mask.Bits);
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>The truth values of a comparison of two <see cref="Double2"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Double2Mask : ILaneMask<Double2Mask>
{
    /// <summary>Invariant: all bits of a lane are equal, set where it is true.</summary>
    internal readonly Vector128<double> Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Double2Mask(Vector128<double> bits) => Bits = bits;

    /// <inheritdoc/>
    public static Double2Mask True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<double>.AllBitsSet);
    }

    /// <inheritdoc/>
    public static Double2Mask False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask Create(bool value) => value ? True : False;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(Double2Mask mask) => mask.Bits.ExtractMostSignificantBits() != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(Double2Mask mask) => mask.Bits.ExtractMostSignificantBits() == 0x3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator &(Double2Mask left, Double2Mask right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(left.Bits & right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator |(Double2Mask left, Double2Mask right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(left.Bits | right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator ^(Double2Mask left, Double2Mask right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(left.Bits ^ right.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator !(Double2Mask mask) => Unsafe.BitCast<Vector128<double>, Double2Mask>(~mask.Bits);
}

using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>The truth value of a comparison of two <see cref="Double1"/> or <see cref="Float1"/> values.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanMask : ILaneMask<BooleanMask>
{
    internal readonly bool Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal BooleanMask(bool value) => Value = value;

    /// <inheritdoc/>
    public static BooleanMask True => new(true);

    /// <inheritdoc/>
    public static BooleanMask False => new(false);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask Create(bool value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyTrue(BooleanMask mask) => mask.Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllTrue(BooleanMask mask) => mask.Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator &(BooleanMask left, BooleanMask right) => new(left.Value & right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator |(BooleanMask left, BooleanMask right) => new(left.Value | right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator ^(BooleanMask left, BooleanMask right) => new(left.Value ^ right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator !(BooleanMask mask) => new(!mask.Value);
}

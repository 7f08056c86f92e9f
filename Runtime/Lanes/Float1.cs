using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>One float: the lane type for what is left over at the end of a span, and for machines without vectors.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Float1 : IFloatLane<Float1, BooleanMask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many.
    private readonly float _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Float1(float value) => _value = value;

    /// <inheritdoc/>
    public static int Width => 1;

    internal float Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Create(float value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Load(ReadOnlySpan<float> source, int index) =>
        new(Unsafe.Add(ref MemoryMarshal.GetReference(source), index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float1 value, Span<float> target, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(target), index) = value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 Select(BooleanMask mask, Float1 whenTrue, Float1 whenFalse) =>
        Unsafe.BitCast<float, Float1>(mask.Value ? whenTrue._value : whenFalse._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator +(Float1 left, Float1 right) => Unsafe.BitCast<float, Float1>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 left, Float1 right) => Unsafe.BitCast<float, Float1>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator *(Float1 left, Float1 right) => Unsafe.BitCast<float, Float1>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator /(Float1 left, Float1 right) => Unsafe.BitCast<float, Float1>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator %(Float1 left, Float1 right) => Unsafe.BitCast<float, Float1>(left._value % right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float1 operator -(Float1 value) => Unsafe.BitCast<float, Float1>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator <(Float1 left, Float1 right) => new(left._value < right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator >(Float1 left, Float1 right) => new(left._value > right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator <=(Float1 left, Float1 right) => new(left._value <= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator >=(Float1 left, Float1 right) => new(left._value >= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator ==(Float1 left, Float1 right) => new(left._value == right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator !=(Float1 left, Float1 right) => new(left._value != right._value);

    /// <summary>Whether both hold the same value.</summary>
    public override bool Equals(object? obj) => obj is Float1 other && _value.Equals(other._value);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The value, for the debugger.</summary>
    public override string ToString() => _value.ToString();
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>One double: the lane type for what is left over at the end of a span, and for machines without vectors.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Double1 : IDoubleLane<Double1, BooleanMask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many.
    private readonly double _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Double1(double value) => _value = value;

    /// <inheritdoc/>
    public static int Width => 1;

    internal double Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Create(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Load(ReadOnlySpan<double> source, int index) =>
        new(Unsafe.Add(ref MemoryMarshal.GetReference(source), index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double1 value, Span<double> target, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(target), index) = value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 Select(BooleanMask mask, Double1 whenTrue, Double1 whenFalse) =>
        Unsafe.BitCast<double, Double1>(mask.Value ? whenTrue._value : whenFalse._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator +(Double1 left, Double1 right) => Unsafe.BitCast<double, Double1>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 left, Double1 right) => Unsafe.BitCast<double, Double1>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator *(Double1 left, Double1 right) => Unsafe.BitCast<double, Double1>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator /(Double1 left, Double1 right) => Unsafe.BitCast<double, Double1>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator %(Double1 left, Double1 right) => Unsafe.BitCast<double, Double1>(left._value % right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double1 operator -(Double1 value) => Unsafe.BitCast<double, Double1>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator <(Double1 left, Double1 right) => new(left._value < right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator >(Double1 left, Double1 right) => new(left._value > right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator <=(Double1 left, Double1 right) => new(left._value <= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator >=(Double1 left, Double1 right) => new(left._value >= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator ==(Double1 left, Double1 right) => new(left._value == right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BooleanMask operator !=(Double1 left, Double1 right) => new(left._value != right._value);

    /// <summary>Whether both hold the same value.</summary>
    public override bool Equals(object? obj) => obj is Double1 other && _value.Equals(other._value);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The value, for the debugger.</summary>
    public override string ToString() => _value.ToString();
}

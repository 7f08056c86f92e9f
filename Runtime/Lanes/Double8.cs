using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Eight doubles in one 512-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Double8 : IDoubleLane<Double8, Double8Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector512<double> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Double8(Vector512<double> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Create(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Load(ReadOnlySpan<double> source, int index) =>
        new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double8 value, Span<double> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 Select(Double8Mask mask, Double8 whenTrue, Double8 whenFalse) =>
        Unsafe.BitCast<Vector512<double>, Double8>(Vector512.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 operator +(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 operator -(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 operator *(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 operator /(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Double8 operator %(Double8 left, Double8 right) => PerElement.Map<Double8, double, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8 operator -(Double8 value) => Unsafe.BitCast<Vector512<double>, Double8>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator <(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(Vector512.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator >(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(Vector512.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator <=(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(Vector512.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator >=(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(Vector512.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator ==(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(Vector512.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double8Mask operator !=(Double8 left, Double8 right) =>
        Unsafe.BitCast<Vector512<double>, Double8Mask>(~Vector512.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Double8 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

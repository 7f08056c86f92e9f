using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Four doubles in one 256-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Double4 : IDoubleLane<Double4, Double4Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector256<double> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Double4(Vector256<double> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Create(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Load(ReadOnlySpan<double> source, int index) =>
        new(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double4 value, Span<double> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 Select(Double4Mask mask, Double4 whenTrue, Double4 whenFalse) =>
        Unsafe.BitCast<Vector256<double>, Double4>(Vector256.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 operator +(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 operator -(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 operator *(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 operator /(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Double4 operator %(Double4 left, Double4 right) => PerElement.Map<Double4, double, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4 operator -(Double4 value) => Unsafe.BitCast<Vector256<double>, Double4>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator <(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(Vector256.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator >(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(Vector256.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator <=(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(Vector256.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator >=(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(Vector256.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator ==(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(Vector256.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double4Mask operator !=(Double4 left, Double4 right) =>
        Unsafe.BitCast<Vector256<double>, Double4Mask>(~Vector256.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Double4 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Two doubles in one 128-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Double2 : IDoubleLane<Double2, Double2Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector128<double> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Double2(Vector128<double> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Create(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Load(ReadOnlySpan<double> source, int index) =>
        new(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Double2 value, Span<double> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 Select(Double2Mask mask, Double2 whenTrue, Double2 whenFalse) =>
        Unsafe.BitCast<Vector128<double>, Double2>(Vector128.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 operator +(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 operator -(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 operator *(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 operator /(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Double2 operator %(Double2 left, Double2 right) => PerElement.Map<Double2, double, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2 operator -(Double2 value) => Unsafe.BitCast<Vector128<double>, Double2>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator <(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(Vector128.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator >(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(Vector128.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator <=(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(Vector128.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator >=(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(Vector128.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator ==(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(Vector128.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Double2Mask operator !=(Double2 left, Double2 right) =>
        Unsafe.BitCast<Vector128<double>, Double2Mask>(~Vector128.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Double2 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Eight floats in one 256-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Float8 : IFloatLane<Float8, Float8Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector256<float> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Float8(Vector256<float> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Create(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Load(ReadOnlySpan<float> source, int index) =>
        new(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float8 value, Span<float> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 Select(Float8Mask mask, Float8 whenTrue, Float8 whenFalse) =>
        Unsafe.BitCast<Vector256<float>, Float8>(Vector256.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator +(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator -(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator *(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator /(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Float8 operator %(Float8 left, Float8 right) => PerElement.Map<Float8, float, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8 operator -(Float8 value) => Unsafe.BitCast<Vector256<float>, Float8>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator <(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(Vector256.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator >(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(Vector256.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator <=(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(Vector256.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator >=(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(Vector256.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator ==(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(Vector256.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float8Mask operator !=(Float8 left, Float8 right) =>
        Unsafe.BitCast<Vector256<float>, Float8Mask>(~Vector256.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Float8 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

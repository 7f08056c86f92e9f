using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Sixteen floats in one 512-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Float16 : IFloatLane<Float16, Float16Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector512<float> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Float16(Vector512<float> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Create(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Load(ReadOnlySpan<float> source, int index) =>
        new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float16 value, Span<float> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 Select(Float16Mask mask, Float16 whenTrue, Float16 whenFalse) =>
        Unsafe.BitCast<Vector512<float>, Float16>(Vector512.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator +(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator -(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator *(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator /(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Float16 operator %(Float16 left, Float16 right) => PerElement.Map<Float16, float, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16 operator -(Float16 value) => Unsafe.BitCast<Vector512<float>, Float16>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator <(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(Vector512.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator >(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(Vector512.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator <=(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(Vector512.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator >=(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(Vector512.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator ==(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(Vector512.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float16Mask operator !=(Float16 left, Float16 right) =>
        Unsafe.BitCast<Vector512<float>, Float16Mask>(~Vector512.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Float16 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

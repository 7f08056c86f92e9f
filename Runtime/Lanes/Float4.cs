using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Four floats in one 128-bit vector.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Float4 : IFloatLane<Float4, Float4Mask>
{
    // Results are reinterpreted, not constructed: a constructor call costs the JIT one local more per operator, and it stops
    // inlining in a method that has too many. Loads are constructed, because a reinterpreted load is copied in halves.
    private readonly Vector128<float> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Float4(Vector128<float> vector) => _vector = vector;

    /// <inheritdoc/>
    public static int Width => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Create(float value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Load(ReadOnlySpan<float> source, int index) =>
        new(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Float4 value, Span<float> target, int index) =>
        value._vector.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Select(Float4Mask mask, Float4 whenTrue, Float4 whenFalse) =>
        Unsafe.BitCast<Vector128<float>, Float4>(Vector128.ConditionalSelect(mask.Bits, whenTrue._vector, whenFalse._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator +(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4>(left._vector + right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator -(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4>(left._vector - right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator *(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4>(left._vector * right._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator /(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4>(left._vector / right._vector);

    /// <inheritdoc/>
    public static Float4 operator %(Float4 left, Float4 right) => PerElement.Map<Float4, float, RemainderFunction>(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 operator -(Float4 value) => Unsafe.BitCast<Vector128<float>, Float4>(-value._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator <(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(Vector128.LessThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator >(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(Vector128.GreaterThan(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator <=(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(Vector128.LessThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator >=(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(Vector128.GreaterThanOrEqual(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator ==(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(Vector128.Equals(left._vector, right._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4Mask operator !=(Float4 left, Float4 right) =>
        Unsafe.BitCast<Vector128<float>, Float4Mask>(~Vector128.Equals(left._vector, right._vector));

    /// <summary>Whether all lanes hold the same values.</summary>
    public override bool Equals(object? obj) => obj is Float4 other && _vector.Equals(other._vector);

    /// <inheritdoc/>
    public override int GetHashCode() => _vector.GetHashCode();

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _vector.ToString();
}

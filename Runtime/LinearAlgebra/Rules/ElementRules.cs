using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of operations on the elements of matrices, as rules.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ElementRules
{
    /// <summary>The sums, and the gradients of what is added: the cotangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Add), Mode = DerivativeMode.Vjp)]
    public static void AddVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size, Span<T> sumBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Add(a, b, sum, size);
        Gather(sumBar, da, size);
        Gather(sumBar, db, size);
        sumBar.Clear();
    }

    /// <summary>The sums of matrices and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Add), Mode = DerivativeMode.Jvp)]
    public static void AddJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> sumDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Add(a, b, sum, size);
        LinearAlgebra.Add(aDot, bDot, sumDot, size);
    }

    /// <summary>The differences, and the gradients of their operands: the cotangent, and its negative.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Subtract), Mode = DerivativeMode.Vjp)]
    public static void SubtractVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> difference, int size, Span<T> differenceBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Subtract(a, b, difference, size);
        Gather(differenceBar, da, size);
        Gather(differenceBar, db, size);
        Scaling.Negate(db);
        differenceBar.Clear();
    }

    /// <summary>The differences of matrices and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Subtract), Mode = DerivativeMode.Jvp)]
    public static void SubtractJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> difference, int size, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> differenceDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Subtract(a, b, difference, size);
        LinearAlgebra.Subtract(aDot, bDot, differenceDot, size);
    }

    /// <summary>The products, and the gradients of the factors: Ā = G ∘ B, B̄ = G ∘ A.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Hadamard), Mode = DerivativeMode.Vjp)]
    public static void HadamardVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int size, Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Hadamard(a, b, product, size);
        using var arena = Arena.Enter();
        Span<T> gradients = arena.Allocate<T>(product.Length);
        LinearAlgebra.Hadamard(productBar, b, gradients, size);
        Gather(gradients, da, size);
        LinearAlgebra.Hadamard(productBar, a, gradients, size);
        Gather(gradients, db, size);
        productBar.Clear();
    }

    /// <summary>Ȧ ∘ B + A ∘ Ḃ.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Hadamard), Mode = DerivativeMode.Jvp)]
    public static void HadamardJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int size, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> productDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Hadamard(a, b, product, size);
        using var arena = Arena.Enter();
        Span<T> second = arena.Allocate<T>(product.Length);
        LinearAlgebra.Hadamard(aDot, b, productDot, size);
        LinearAlgebra.Hadamard(a, bDot, second, size);
        LinearAlgebra.Accumulate(second, productDot, size);
    }

    /// <summary>The sums, and the gradient of what was added: the cotangent, which stays that of what it was added to.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Accumulate), Mode = DerivativeMode.Vjp)]
    public static void AccumulateVjp<T>(ReadOnlySpan<T> a, Span<T> sum, int size, Span<T> sumBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Accumulate(a, sum, size);
        Gather(sumBar, da, size);
    }

    /// <summary>The sums of matrices and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Accumulate), Mode = DerivativeMode.Jvp)]
    public static void AccumulateJvp<T>(ReadOnlySpan<T> a, Span<T> sum, int size, ReadOnlySpan<T> aDot, Span<T> sumDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Accumulate(a, sum, size);
        LinearAlgebra.Accumulate(aDot, sumDot, size);
    }

    // What serves a whole batch takes the sum of what all have for it.
    private static void Gather<T>(ReadOnlySpan<T> gradients, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        sum.Clear();
        LinearAlgebra.Accumulate(gradients, sum, size);
    }
}

using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of what makes one number of a matrix, and of multiples of matrices, as rules.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ReductionRules
{
    /// <summary>The multiples, and the gradients: Ā = s G, s̄ = ⟨G, A⟩.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Scale), Mode = DerivativeMode.Vjp)]
    public static void ScaleVjp<T>(
        ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size, Span<T> scaledBar, Span<T> dfactors, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Scale(factors, a, scaled, size);
        int count = size == 0 ? 0 : scaled.Length / size;
        using var arena = Arena.Enter();
        Span<T> products = arena.Allocate<T>(count), gradients = arena.Allocate<T>(scaled.Length);
        LinearAlgebra.InnerProducts(scaledBar, a, products, size);
        dfactors.Clear();
        LinearAlgebra.Accumulate(products, dfactors, 1);
        LinearAlgebra.Scale(factors, scaledBar, gradients, size);
        da.Clear();
        LinearAlgebra.Accumulate(gradients, da, size);
        scaledBar.Clear();
    }

    /// <summary>ṡ A + s Ȧ.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Scale), Mode = DerivativeMode.Jvp)]
    public static void ScaleJvp<T>(
        ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size, ReadOnlySpan<T> factorsDot, ReadOnlySpan<T> aDot, Span<T> scaledDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Scale(factors, a, scaled, size);
        using var arena = Arena.Enter();
        Span<T> second = arena.Allocate<T>(scaled.Length);
        LinearAlgebra.Scale(factorsDot, a, scaledDot, size);
        LinearAlgebra.Scale(factors, aDot, second, size);
        LinearAlgebra.Accumulate(second, scaledDot, size);
    }

    /// <summary>The inner products, and the gradients: Ā = p̄ B, B̄ = p̄ A.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.InnerProducts), Mode = DerivativeMode.Vjp)]
    public static void InnerProductsVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> products, int size, Span<T> productsBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.InnerProducts(a, b, products, size);
        using var arena = Arena.Enter();
        Span<T> gradients = arena.Allocate<T>((long)products.Length * size);
        LinearAlgebra.Scale(productsBar, b, gradients, size);
        da.Clear();
        LinearAlgebra.Accumulate(gradients, da, size);
        LinearAlgebra.Scale(productsBar, a, gradients, size);
        db.Clear();
        LinearAlgebra.Accumulate(gradients, db, size);
        productsBar.Clear();
    }

    /// <summary>⟨Ȧ, B⟩ + ⟨A, Ḃ⟩.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.InnerProducts), Mode = DerivativeMode.Jvp)]
    public static void InnerProductsJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> products, int size, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> productsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.InnerProducts(a, b, products, size);
        using var arena = Arena.Enter();
        Span<T> second = arena.Allocate<T>(products.Length);
        LinearAlgebra.InnerProducts(aDot, b, productsDot, size);
        LinearAlgebra.InnerProducts(a, bDot, second, size);
        LinearAlgebra.Accumulate(second, productsDot, 1);
    }

    /// <summary>The sums, and the gradient: the cotangent, for each element.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Sums), Mode = DerivativeMode.Vjp)]
    public static void SumsVjp<T>(ReadOnlySpan<T> a, Span<T> sums, int size, Span<T> sumsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Sums(a, sums, size);
        for (int i = 0; i < sums.Length; i++)
        {
            for (int j = 0; j < size; j++)
            {
                da[(i * size) + j] = sumsBar[i];
            }
        }

        sumsBar.Clear();
    }

    /// <summary>The sums of matrices and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Sums), Mode = DerivativeMode.Jvp)]
    public static void SumsJvp<T>(ReadOnlySpan<T> a, Span<T> sums, int size, ReadOnlySpan<T> aDot, Span<T> sumsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Sums(a, sums, size);
        LinearAlgebra.Sums(aDot, sumsDot, size);
    }

    /// <summary>The norms, and the gradient: Ā = n̄ A / n, zero where the norm is.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Vjp)]
    public static void NormsVjp<T>(ReadOnlySpan<T> a, Span<T> norms, int size, Span<T> normsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Norms(a, norms, size);
        using var arena = Arena.Enter();
        Span<T> factors = arena.Allocate<T>(norms.Length);
        Divide(normsBar, norms, factors);
        LinearAlgebra.Scale(factors, a, da, size);
        normsBar.Clear();
    }

    /// <summary>⟨A, Ȧ⟩ / n, zero where the norm is.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Jvp)]
    public static void NormsJvp<T>(ReadOnlySpan<T> a, Span<T> norms, int size, ReadOnlySpan<T> aDot, Span<T> normsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Norms(a, norms, size);
        using var arena = Arena.Enter();
        Span<T> products = arena.Allocate<T>(norms.Length);
        LinearAlgebra.InnerProducts(a, aDot, products, size);
        Divide(products, norms, normsDot);
    }

    // A norm that is zero takes no derivative; one that is not a number does.
    private static void Divide<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> norms, Span<T> quotients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < norms.Length; i++)
        {
            quotients[i] = norms[i] <= T.Zero ? T.Zero : values[i] / norms[i];
        }
    }
}

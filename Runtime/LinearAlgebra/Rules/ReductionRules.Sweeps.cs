using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

// In sweeps of their own these operations need not run again, and add to gradients where they are.
public static partial class ReductionRules
{
    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Scale), Mode = DerivativeMode.Forward)]
    public static void ScaleForward<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Scale(factors, a, scaled, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Scale), Mode = DerivativeMode.Backward)]
    public static void ScaleBackward<T>(
        ReadOnlySpan<T> factors, ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> scaled, int size, Span<T> scaledBar, Span<T> dfactors, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchedSums.AddScaleGradients(factors, a, scaledBar, dfactors, da, size);
        scaledBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.InnerProducts), Mode = DerivativeMode.Forward)]
    public static void InnerProductsForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> products, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.InnerProducts(a, b, products, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.InnerProducts), Mode = DerivativeMode.Backward)]
    public static void InnerProductsBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> products, int size, Span<T> productsBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchedSums.AddMultiples(productsBar, b, da, size);
        BatchedSums.AddMultiples(productsBar, a, db, size);
        productsBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Sums), Mode = DerivativeMode.Forward)]
    public static void SumsForward<T>(ReadOnlySpan<T> a, Span<T> sums, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Sums(a, sums, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Sums), Mode = DerivativeMode.Backward)]
    public static void SumsBackward<T>(
        ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> sums, int size, Span<T> sumsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchedSums.AddNumbers(sumsBar, da, size);
        sumsBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Forward)]
    public static void NormsForward<T>(ReadOnlySpan<T> a, Span<T> norms, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Norms(a, norms, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Backward)]
    public static void NormsBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> norms, int size, Span<T> normsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> factors = arena.Allocate<T>(norms.Length);
        Divide(normsBar, norms, factors);
        BatchedSums.AddMultiples(factors, a, da, size);
        normsBar.Clear();
    }
}

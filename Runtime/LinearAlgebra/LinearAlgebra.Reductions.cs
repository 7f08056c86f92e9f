using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Sums of the elements of matrices, one for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="sums">A number for each matrix, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Sums<T>(ReadOnlySpan<T> a, Span<T> sums, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Sums(a, sums, size);

    /// <summary>Inner products of matrices, ⟨A, B⟩ = tr(Aᵀ B): the sums of the products of their elements, one for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="b">As many, or one that serves all.</param>
    /// <param name="products">A number for each pair of matrices, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void InnerProducts<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> products, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.InnerProducts(a, b, products, size);

    /// <summary>
    /// Frobenius norms of matrices, or Euclidean norms of vectors, one for each of a batch. Elements whose squares are too large or too small
    /// for the type do no harm. The derivative of the norm of zeros is taken as zero.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="norms">A number for each matrix, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Norms<T>(ReadOnlySpan<T> a, Span<T> norms, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Norms(a, norms, size);
}

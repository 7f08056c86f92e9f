using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

// Of a matrix only the number of elements counts here, so that all of this serves vectors too.
public static partial class LinearAlgebra
{
    /// <summary>Sums of matrices, element by element: C = A + B for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="b">As many, or one that serves all.</param>
    /// <param name="sum">C, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Add<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Combine<T, Plus<T>>(a, b, sum, size, nameof(sum));

    /// <summary>Differences of matrices, element by element: C = A − B for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="b">As many, or one that serves all.</param>
    /// <param name="difference">C, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Subtract<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> difference, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Combine<T, Minus<T>>(a, b, difference, size, nameof(difference));

    /// <summary>Products of matrices, element by element: C = A ∘ B for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="b">As many, or one that serves all.</param>
    /// <param name="product">C, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Hadamard<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Combine<T, Times<T>>(a, b, product, size, nameof(product));

    /// <summary>Multiples of matrices: C = s A for each of a batch, with a number of its own.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="factors">A number for each matrix, or one for all.</param>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="scaled">C, overwritten.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Scale<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Scale(factors, a, scaled, size);

    /// <summary>Adds matrices to others: C += A for each of a batch. If <paramref name="sum"/> is one matrix, the whole batch is added up in it.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices, or one that serves all.</param>
    /// <param name="sum">C, which is added to.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Accumulate<T>(ReadOnlySpan<T> a, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedElements.Accumulate(a, sum, size);
}

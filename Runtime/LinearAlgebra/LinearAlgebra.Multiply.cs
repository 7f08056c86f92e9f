using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

/// <summary>
/// Operations on batches of matrices in spans. Matrices are stored row by row, one behind the other; how many there are follows from the
/// length of the result. An operand of one matrix serves all of a batch.
/// </summary>
/// <remarks>
/// Lengths that do not fit are an <see cref="ArgumentException"/> with the parameter's name, before anything is written. A result may not
/// overlap an operand. Nothing is allocated on the managed heap; working memory comes from the thread's <see cref="Arena"/>.
/// </remarks>
public static partial class LinearAlgebra
{
    /// <summary>Matrix products: C = A B for each of a batch, either operand transposed on request.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="inner"/>; if transposed, stored as <paramref name="inner"/> by <paramref name="rows"/>.</param>
    /// <param name="b">B: matrices of <paramref name="inner"/> by <paramref name="columns"/>; if transposed, stored as <paramref name="columns"/> by <paramref name="inner"/>.</param>
    /// <param name="product">C: matrices of <paramref name="rows"/> by <paramref name="columns"/>, overwritten.</param>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="inner">The dimension that is summed over. With 0 the product is 0.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="transposeA">Whether the transpose of what is stored in <paramref name="a"/> is meant.</param>
    /// <param name="transposeB">Whether the transpose of what is stored in <paramref name="b"/> is meant.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the product overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Multiply<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA = false, bool transposeB = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedMultiply.Run(a, b, product, rows, inner, columns, transposeA, transposeB);

    /// <summary>
    /// Adds matrix products: C += A B for each of a batch. If <paramref name="sum"/> is one matrix, the products of the whole batch are
    /// added up in it.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="inner"/>; if transposed, stored as <paramref name="inner"/> by <paramref name="rows"/>.</param>
    /// <param name="b">B: matrices of <paramref name="inner"/> by <paramref name="columns"/>; if transposed, stored as <paramref name="columns"/> by <paramref name="inner"/>.</param>
    /// <param name="sum">C: matrices of <paramref name="rows"/> by <paramref name="columns"/>, which are added to.</param>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="inner">The dimension that is summed over.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="transposeA">Whether the transpose of what is stored in <paramref name="a"/> is meant.</param>
    /// <param name="transposeB">Whether the transpose of what is stored in <paramref name="b"/> is meant.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the sum overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void MultiplyAdd<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int rows, int inner, int columns, bool transposeA = false, bool transposeB = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedMultiply.Add(a, b, sum, rows, inner, columns, transposeA, transposeB);
}

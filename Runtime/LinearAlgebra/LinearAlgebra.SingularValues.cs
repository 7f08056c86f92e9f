using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Singular values of the matrices of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// By Jacobi's rotations, of the triangular factor where a matrix is not square. A singular value 0 has a kink, as the absolute value there:
    /// the derivative is one of several. Of equal singular values it is that of the vectors that were found: right where a loss treats them
    /// alike, one of several where it does not.
    /// </remarks>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="values">For each matrix its singular values in descending order, as many as the smaller of its dimensions, overwritten; untouched if there is an exception.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or its singular values are not found or overflow; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void SingularValues<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedSingularValues.Try(a, values, rows, columns, out int failed), failed);

    /// <summary>As <see cref="SingularValues{T}(ReadOnlySpan{T}, Span{T}, int, int)"/>, without an exception for a matrix whose singular values are not found.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="values">For each matrix its singular values in descending order, as many as the smaller of its dimensions, overwritten; untouched if a matrix has none.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose singular values are not found or overflow; -1 if there is none.</param>
    /// <returns>Whether all singular values are found.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TrySingularValues<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedSingularValues.Try(a, values, rows, columns, out failed) == FactorOutcome.Whole;

    /// <summary>Reduced singular value decompositions of the matrices of a batch: A = U diag(s) Vᵀ.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// As <see cref="SingularValues{T}(ReadOnlySpan{T}, Span{T}, int, int)"/>; k is the smaller of the dimensions. The columns of U and of V are
    /// orthonormal, also where s is 0; in each column of U the element of the largest absolute value is positive, the first of equals. Vectors
    /// of singular values that are equal within rounding errors, or 0 where the matrix is not square, are not differentiable: a derivative that depends on
    /// them is NaN, one of the singular values alone is not touched.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="u">U: matrices of <paramref name="rows"/> by k, overwritten; untouched if there is an exception.</param>
    /// <param name="values">s: for each matrix its k singular values in descending order, overwritten; untouched if there is an exception.</param>
    /// <param name="vt">Vᵀ: matrices of k by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or its singular values are not found or overflow; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or another result.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void SingularValueDecomposition<T>(ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedSingularValues.Try(a, u, values, vt, rows, columns, out int failed), failed);

    /// <summary>
    /// As <see cref="SingularValueDecomposition{T}(ReadOnlySpan{T}, Span{T}, Span{T}, Span{T}, int, int)"/>, without an exception for a matrix
    /// whose singular values are not found.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="u">U: matrices of <paramref name="rows"/> by k, overwritten; untouched if a matrix has no decomposition.</param>
    /// <param name="values">s: for each matrix its k singular values in descending order, overwritten; untouched if a matrix has no decomposition.</param>
    /// <param name="vt">Vᵀ: matrices of k by <paramref name="columns"/>, overwritten; untouched if a matrix has no decomposition.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose singular values are not found or overflow; -1 if there is none.</param>
    /// <returns>Whether all matrices have a decomposition.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or another result.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TrySingularValueDecomposition<T>(
        ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedSingularValues.Try(a, u, values, vt, rows, columns, out failed) == FactorOutcome.Whole;
}

using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Eigenvalues of the symmetric matrices (A + Aᵀ) / 2 of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// Both triangles are read, as in <see cref="Cholesky{T}(ReadOnlySpan{T}, Span{T}, int)"/>. By reflections to tridiagonal form and QL steps
    /// with implicit shifts; an error is small against the largest absolute value of an eigenvalue. Of equal eigenvalues the derivative is that
    /// of the vectors that were found: right where a loss treats them alike, one of several where it does not, as at a tie of a maximum.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="values">For each matrix its <paramref name="n"/> eigenvalues in ascending order, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or its eigenvalues are not found; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void SymmetricEigenvalues<T>(ReadOnlySpan<T> a, Span<T> values, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedEigenvalues.Try(a, values, n, out int failed), failed);

    /// <summary>Eigenvalues w and eigenvectors V of the symmetric matrices of a batch: (A + Aᵀ) / 2 = V diag(w) Vᵀ.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// As <see cref="SymmetricEigenvalues{T}(ReadOnlySpan{T}, Span{T}, int)"/>. The columns of V are orthonormal; in each the element of the
    /// largest absolute value is positive, the first of equals. Vectors of eigenvalues that are equal within rounding errors are not differentiable: a
    /// derivative that depends on them is NaN, one of the eigenvalues alone is not touched.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="values">w: for each matrix its <paramref name="n"/> eigenvalues in ascending order, overwritten; untouched if there is an exception.</param>
    /// <param name="vectors">V: matrices of <paramref name="n"/> by <paramref name="n"/>, an eigenvector in each column, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or its eigenvalues are not found; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void SymmetricEigenvalues<T>(ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedEigenvalues.Try(a, values, vectors, n, out int failed), failed);

    /// <summary>As <see cref="SymmetricEigenvalues{T}(ReadOnlySpan{T}, Span{T}, int)"/>, without an exception for a matrix whose eigenvalues are not found.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="values">For each matrix its <paramref name="n"/> eigenvalues in ascending order, overwritten; untouched if a matrix has none.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose eigenvalues are not found; -1 if there is none.</param>
    /// <returns>Whether all eigenvalues are found.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TrySymmetricEigenvalues<T>(ReadOnlySpan<T> a, Span<T> values, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedEigenvalues.Try(a, values, n, out failed) == FactorOutcome.Whole;

    /// <summary>As <see cref="SymmetricEigenvalues{T}(ReadOnlySpan{T}, Span{T}, Span{T}, int)"/>, without an exception for a matrix whose eigenvalues are not found.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="values">w: for each matrix its <paramref name="n"/> eigenvalues in ascending order, overwritten; untouched if a matrix has none.</param>
    /// <param name="vectors">V: matrices of <paramref name="n"/> by <paramref name="n"/>, an eigenvector in each column, overwritten; untouched if a matrix has none.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose eigenvalues are not found; -1 if there is none.</param>
    /// <returns>Whether all eigenvalues are found.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TrySymmetricEigenvalues<T>(ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedEigenvalues.Try(a, values, vectors, n, out failed) == FactorOutcome.Whole;
}

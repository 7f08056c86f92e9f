using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Cholesky factors of the matrices of a batch: the lower triangular L with positive diagonal of which (A + Aᵀ) / 2 = L Lᵀ.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// Both triangles are read, as in PyTorch's derivative: elements (i, j) and (j, i) count half each. Where A is symmetric that is A itself,
    /// bit by bit, and the derivative by A is symmetric.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="factor">L, overwritten, with zeros above the diagonal; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not positive definite, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void Cholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedCholesky.Try(a, factor, n, ResultUse.Kept, out int failed), failed);

    /// <summary>As <see cref="Cholesky{T}(ReadOnlySpan{T}, Span{T}, int)"/>, without an exception for a matrix that has no factor.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="factor">L, overwritten, with zeros above the diagonal; untouched if a matrix has no factor.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not positive definite or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices have a factor.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryCholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedCholesky.Try(a, factor, n, ResultUse.Kept, out failed) == Pivots.Regular;

    /// <summary>Solves L Lᵀ X = B for each of a batch: systems whose matrix is given by its Cholesky factor.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="factor">L: lower triangular matrices of <paramref name="n"/> by <paramref name="n"/>; what is above the diagonal is not read.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="SingularMatrixException">A diagonal has a zero, or an element that is not finite; the exception says which matrix.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void CholeskySolve<T>(ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out int failed), failed);

    /// <summary>
    /// As <see cref="CholeskySolve{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, int, int)"/>, without an exception for a factor
    /// that has a zero on its diagonal.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="factor">L: lower triangular matrices of <paramref name="n"/> by <paramref name="n"/>; what is above the diagonal is not read.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if a factor is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="failed">The number of the first factor whose diagonal has a zero or is not finite; -1 if there is none.</param>
    /// <returns>Whether all systems have a solution.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TryCholeskySolve<T>(
        ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out failed) == Pivots.Regular;
}

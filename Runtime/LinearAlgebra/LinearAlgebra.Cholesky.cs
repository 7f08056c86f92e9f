using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Cholesky factors of the matrices of a batch: the lower triangular L with positive diagonal of which (A + Aᵀ) / 2 = L Lᵀ.</summary>
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
    public static void Cholesky(ReadOnlySpan<double> a, Span<double> factor, int n) => BatchedCholesky.Run(a, factor, n);

    /// <inheritdoc cref="Cholesky(ReadOnlySpan{double}, Span{double}, int)"/>
    public static void Cholesky(ReadOnlySpan<float> a, Span<float> factor, int n) => BatchedCholesky.Run(a, factor, n);

    /// <summary>As <see cref="Cholesky(ReadOnlySpan{double}, Span{double}, int)"/>, without an exception for a matrix that has no factor.</summary>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="factor">L, overwritten, with zeros above the diagonal; untouched if a matrix has no factor.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not positive definite or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices have a factor.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryCholesky(ReadOnlySpan<double> a, Span<double> factor, int n, out int failed) =>
        BatchedCholesky.Try(a, factor, n, out failed);

    /// <inheritdoc cref="TryCholesky(ReadOnlySpan{double}, Span{double}, int, out int)"/>
    public static bool TryCholesky(ReadOnlySpan<float> a, Span<float> factor, int n, out int failed) =>
        BatchedCholesky.Try(a, factor, n, out failed);

    /// <summary>Solves L Lᵀ X = B for each of a batch: systems whose matrix is given by its Cholesky factor.</summary>
    /// <param name="factor">L: lower triangular matrices of <paramref name="n"/> by <paramref name="n"/>; what is above the diagonal is not read.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="SingularMatrixException">A diagonal has a zero, or an element that is not finite; the exception says which matrix.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void CholeskySolve(ReadOnlySpan<double> factor, ReadOnlySpan<double> b, Span<double> x, int n, int columns) =>
        Failure.ThrowUnlessRegular(BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out int failed), failed);

    /// <inheritdoc cref="CholeskySolve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int)"/>
    public static void CholeskySolve(ReadOnlySpan<float> factor, ReadOnlySpan<float> b, Span<float> x, int n, int columns) =>
        Failure.ThrowUnlessRegular(BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out int failed), failed);

    /// <summary>
    /// As <see cref="CholeskySolve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int)"/>, without an exception for a factor
    /// that has a zero on its diagonal.
    /// </summary>
    /// <param name="factor">L: lower triangular matrices of <paramref name="n"/> by <paramref name="n"/>; what is above the diagonal is not read.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if a factor is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="failed">The number of the first factor whose diagonal has a zero or is not finite; -1 if there is none.</param>
    /// <returns>Whether all systems have a solution.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TryCholeskySolve(
        ReadOnlySpan<double> factor, ReadOnlySpan<double> b, Span<double> x, int n, int columns, out int failed)
        => BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out failed) == Pivots.Regular;

    /// <inheritdoc cref="TryCholeskySolve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int, out int)"/>
    public static bool TryCholeskySolve(
        ReadOnlySpan<float> factor, ReadOnlySpan<float> b, Span<float> x, int n, int columns, out int failed)
        => BatchedTriangularSolve.TryCholesky(factor, b, x, n, columns, out failed) == Pivots.Regular;
}

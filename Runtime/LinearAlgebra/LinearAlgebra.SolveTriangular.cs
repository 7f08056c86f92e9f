using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Solves A X = B, or Aᵀ X = B, for each of a batch of triangular matrices. The other triangle is not read.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="upper">Whether the matrices, as they are stored, are upper triangular; else they are lower triangular.</param>
    /// <param name="unit">Whether their diagonals count as ones and are not read.</param>
    /// <param name="transposed">Whether Aᵀ X = B is to be solved.</param>
    /// <exception cref="SingularMatrixException">A diagonal has a zero, or an element that is not finite; the exception says which matrix.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void SolveTriangular<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool upper, bool unit = false, bool transposed = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedTriangularSolve.Try(a, b, x, n, columns, upper, unit, transposed, out int failed), failed);

    /// <summary>
    /// As <see cref="SolveTriangular{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, int, int, bool, bool, bool)"/>, without an
    /// exception for a singular matrix.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if a matrix is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="upper">Whether the matrices, as they are stored, are upper triangular; else they are lower triangular.</param>
    /// <param name="unit">Whether their diagonals count as ones and are not read.</param>
    /// <param name="transposed">Whether Aᵀ X = B is to be solved.</param>
    /// <param name="failed">The number of the first matrix whose diagonal has a zero or is not finite; -1 if there is none.</param>
    /// <returns>Whether all systems have a solution.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TrySolveTriangular<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool upper, bool unit, bool transposed, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedTriangularSolve.Try(a, b, x, n, columns, upper, unit, transposed, out failed) == Pivots.Regular;
}

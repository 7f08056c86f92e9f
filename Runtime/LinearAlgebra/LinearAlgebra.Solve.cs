using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Solves A X = B for each of a batch, by LU factorisation with row exchanges. One matrix for all is factored once.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>. Elements that are not finite make their column of X so.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="SingularMatrixException">A matrix is singular, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Solve<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedSolve.Try(a, b, x, n, columns, ResultUse.Kept, out int failed), failed);

    /// <summary>As <see cref="Solve{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, int, int)"/>, without an exception for a singular matrix.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if a matrix is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all systems have a solution.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TrySolve<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedSolve.Try(a, b, x, n, columns, ResultUse.Kept, out failed) == Pivots.Regular;
}

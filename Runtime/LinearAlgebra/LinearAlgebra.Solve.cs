using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Solves A X = B for each of a batch, by LU factorisation with row exchanges. One matrix for all is factored once.</summary>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>. Elements that are not finite make their column of X so.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="SingularMatrixException">A matrix is singular, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Solve(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> x, int n, int columns) =>
        BatchedSolve.Run(a, b, x, n, columns);

    /// <inheritdoc cref="Solve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int)"/>
    public static void Solve(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> x, int n, int columns) =>
        BatchedSolve.Run(a, b, x, n, columns);

    /// <summary>As <see cref="Solve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int)"/>, without an exception for a singular matrix.</summary>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">B: right-hand sides of <paramref name="n"/> by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of <paramref name="n"/> by <paramref name="columns"/>, overwritten; untouched if a matrix is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all systems have a solution.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TrySolve(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> x, int n, int columns, out int failed) =>
        BatchedSolve.Try(a, b, x, n, columns, out failed) == Pivots.Regular;

    /// <inheritdoc cref="TrySolve(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, int, int, out int)"/>
    public static bool TrySolve(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> x, int n, int columns, out int failed) =>
        BatchedSolve.Try(a, b, x, n, columns, out failed) == Pivots.Regular;
}

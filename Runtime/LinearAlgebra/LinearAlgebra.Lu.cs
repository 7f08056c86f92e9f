using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Triangular factors of the matrices of a batch, with exchanged rows: P A = L U, by Gaussian elimination.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// The pivot of each column is its largest element. The derivatives are those with the rows as they are, which is right wherever no two
    /// candidates for a pivot are equal. To solve systems with the factors, use <see cref="FactorLu{T}"/>.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="lower">L: lower triangular matrices with ones on the diagonal, overwritten; untouched if there is an exception.</param>
    /// <param name="upper">U: upper triangular matrices, overwritten; untouched if there is an exception.</param>
    /// <param name="rows">P: <paramref name="n"/> numbers for each matrix, overwritten; row i of L U is row <c>rows[i]</c> of A. Untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is singular, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void Lu<T>(ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedLu.Try(a, lower, upper, rows, n, out int failed), failed);

    /// <summary>As <see cref="Lu{T}"/>, without an exception for a singular matrix.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="lower">L: lower triangular matrices with ones on the diagonal, overwritten; untouched if a matrix is singular.</param>
    /// <param name="upper">U: upper triangular matrices, overwritten; untouched if a matrix is singular.</param>
    /// <param name="rows">P: <paramref name="n"/> numbers for each matrix, overwritten; row i of L U is row <c>rows[i]</c> of A. Untouched if a matrix is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices are regular.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryLu<T>(ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedLu.Try(a, lower, upper, rows, n, out failed) == Pivots.Regular;
}

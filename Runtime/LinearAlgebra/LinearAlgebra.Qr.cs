using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Orthogonal and triangular factors of the matrices of a batch, which have no more columns than rows: A = Q R, by reflections.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// No element of the diagonal of R is negative, so that the factors of a matrix of full rank are unique. A matrix of less than full rank
    /// has factors, but they have no derivative: derivatives throw a <see cref="SingularMatrixException"/> where an element of the diagonal of
    /// R is no more than rounding errors make it.
    /// </remarks>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="q">Q: matrices of <paramref name="rows"/> by <paramref name="columns"/> with orthonormal columns, overwritten; untouched if there is an exception.</param>
    /// <param name="r">R: upper triangular matrices of <paramref name="columns"/> by <paramref name="columns"/>, overwritten, with zeros below the diagonal; untouched if there is an exception.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or a factor overflows; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or <paramref name="columns"/> greater than <paramref name="rows"/>.</exception>
    public static void Qr<T>(ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedQr.Try(a, q, r, rows, columns, out int failed), failed);

    /// <summary>As <see cref="Qr{T}(ReadOnlySpan{T}, Span{T}, Span{T}, int, int)"/>, without an exception for a matrix that is not finite.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="q">Q: matrices of <paramref name="rows"/> by <paramref name="columns"/> with orthonormal columns, overwritten; untouched if a matrix has no factors.</param>
    /// <param name="r">R: upper triangular matrices of <paramref name="columns"/> by <paramref name="columns"/>, overwritten, with zeros below the diagonal; untouched if a matrix has no factors.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose factors overflow; -1 if there is none.</param>
    /// <returns>Whether all matrices have factors.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or <paramref name="columns"/> greater than <paramref name="rows"/>.</exception>
    public static bool TryQr<T>(ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedQr.Try(a, q, r, rows, columns, out failed) == FactorOutcome.Whole;
}

using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Moore's and Penrose's pseudo-inverses of the matrices of a batch, by their singular values.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// Singular values of no more than the largest one times the larger dimension times the distance from 1 to the next number count as zeros, as
    /// in PyTorch. The derivative is that along matrices of the same rank; where a change of the matrix changes the rank, the pseudo-inverse is not
    /// continuous and has none.
    /// </remarks>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="inverse">Matrices of <paramref name="columns"/> by <paramref name="rows"/>, overwritten; untouched if there is an exception.</param>
    /// <param name="rows">Rows of a matrix in <paramref name="a"/>.</param>
    /// <param name="columns">Columns of a matrix in <paramref name="a"/>.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, its singular values are not found, or their inverses overflow; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void PseudoInverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedPseudoInverse.Try(a, inverse, rows, columns, out int failed), failed);

    /// <summary>As <see cref="PseudoInverse{T}(ReadOnlySpan{T}, Span{T}, int, int)"/>, without an exception for a matrix that has none.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="inverse">Matrices of <paramref name="columns"/> by <paramref name="rows"/>, overwritten; untouched if a matrix has none.</param>
    /// <param name="rows">Rows of a matrix in <paramref name="a"/>.</param>
    /// <param name="columns">Columns of a matrix in <paramref name="a"/>.</param>
    /// <param name="failed">The number of the first matrix that is not finite, whose singular values are not found, or their inverses overflow; -1 if there is none.</param>
    /// <returns>Whether all pseudo-inverses are found.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static bool TryPseudoInverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedPseudoInverse.Try(a, inverse, rows, columns, out failed) == FactorOutcome.Whole;
}

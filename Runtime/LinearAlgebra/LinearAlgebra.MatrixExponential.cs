using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Exponentials of the matrices of a batch: exp A, the sum of Aᵏ / k!, by scaling, Padé approximants and squaring.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="exponential">Their exponentials, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is not finite, or its exponential overflows; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void MatrixExponential<T>(ReadOnlySpan<T> a, Span<T> exponential, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessWhole(BatchedExponential.Try(a, exponential, n, out int failed), failed);

    /// <summary>As <see cref="MatrixExponential{T}(ReadOnlySpan{T}, Span{T}, int)"/>, without an exception for a matrix that is not finite, or too large.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">A: matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="exponential">Their exponentials, overwritten; untouched if one is not finite.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is not finite, or whose exponential overflows; -1 if there is none.</param>
    /// <returns>Whether all exponentials are finite.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryMatrixExponential<T>(ReadOnlySpan<T> a, Span<T> exponential, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedExponential.Try(a, exponential, n, out failed) == FactorOutcome.Whole;
}

using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Inverses of the matrices of a batch, by LU factorisation with row exchanges.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="inverse">Their inverses, overwritten; untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="SingularMatrixException">A matrix is singular, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void Inverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedInverse.Try(a, inverse, n, ResultUse.Kept, out int failed), failed);

    /// <summary>As <see cref="Inverse{T}(ReadOnlySpan{T}, Span{T}, int)"/>, without an exception for a matrix that has no inverse.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="inverse">Their inverses, overwritten; untouched if a matrix has none.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices have an inverse.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryInverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedInverse.Try(a, inverse, n, ResultUse.Kept, out failed) == Pivots.Regular;
}

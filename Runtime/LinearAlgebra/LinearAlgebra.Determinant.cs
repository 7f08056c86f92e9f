using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Determinants of the matrices of a batch, by LU factorisation with row exchanges.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>
    /// Products on the way neither overflow nor underflow. A matrix that proves singular has 0, one with elements that are not finite (or
    /// whose elimination overflows) NaN, one without rows 1.
    /// </remarks>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="determinants">One number for each matrix, overwritten.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void Determinant<T>(ReadOnlySpan<T> a, Span<T> determinants, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDeterminant.Run(a, determinants, n);

    /// <summary>Signs of the determinants of a batch, and logarithms of their absolute values.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <remarks>A singular matrix has 0 and negative infinity, one with elements that are not finite NaN twice, one without rows 1 and 0.</remarks>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="signs">-1, 0 or 1 for each matrix, overwritten.</param>
    /// <param name="logs">One number for each matrix, overwritten.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void SignAndLogDeterminant<T>(ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDeterminant.SignAndLog(a, signs, logs, n);
}

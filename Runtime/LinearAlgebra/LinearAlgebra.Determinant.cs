using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Determinants of the matrices of a batch, by LU factorisation with row exchanges.</summary>
    /// <remarks>
    /// Products on the way neither overflow nor underflow. A matrix that proves singular has 0, one with elements that are not finite (or
    /// whose elimination overflows) NaN, one without rows 1.
    /// </remarks>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="determinants">One number for each matrix, overwritten.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void Determinant(ReadOnlySpan<double> a, Span<double> determinants, int n) => BatchedDeterminant.Run(a, determinants, n);

    /// <inheritdoc cref="Determinant(ReadOnlySpan{double}, Span{double}, int)"/>
    public static void Determinant(ReadOnlySpan<float> a, Span<float> determinants, int n) => BatchedDeterminant.Run(a, determinants, n);

    /// <summary>Signs of the determinants of a batch, and logarithms of their absolute values.</summary>
    /// <remarks>A singular matrix has 0 and negative infinity, one with elements that are not finite NaN twice, one without rows 1 and 0.</remarks>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="signs">-1, 0 or 1 for each matrix, overwritten.</param>
    /// <param name="logs">One number for each matrix, overwritten.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a result overlaps the operand or the other result.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static void SignAndLogDeterminant(ReadOnlySpan<double> a, Span<double> signs, Span<double> logs, int n) =>
        BatchedDeterminant.SignAndLog(a, signs, logs, n);

    /// <inheritdoc cref="SignAndLogDeterminant(ReadOnlySpan{double}, Span{double}, Span{double}, int)"/>
    public static void SignAndLogDeterminant(ReadOnlySpan<float> a, Span<float> signs, Span<float> logs, int n) =>
        BatchedDeterminant.SignAndLog(a, signs, logs, n);
}

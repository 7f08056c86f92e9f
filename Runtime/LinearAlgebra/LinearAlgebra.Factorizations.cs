using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Factors the matrices of a batch, by LU factorisation with row exchanges.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="memory">Holds the factors; <see cref="LuFactorization{T}.MemoryLength"/> says how long it must be. Its content has no meaning if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <returns>The factors, good as long as the memory is.</returns>
    /// <exception cref="SingularMatrixException">A matrix is singular, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the memory overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static LuFactorization<T> FactorLu<T>(ReadOnlySpan<T> a, Span<T> memory, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Failure.ThrowUnlessRegular(BatchedLu.TryLu(a, memory, n, out int failed), failed);
        return new LuFactorization<T>(memory, n);
    }

    /// <summary>As <see cref="FactorLu{T}"/>, without an exception for a singular matrix.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="memory">Holds the factors; its content has no meaning if a matrix is singular.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="factorization">The factors, good as long as the memory is; of no use if a matrix is singular.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices are regular.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the memory overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryFactorLu<T>(ReadOnlySpan<T> a, Span<T> memory, int n, out LuFactorization<T> factorization, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pivots found = BatchedLu.TryLu(a, memory, n, out failed);
        factorization = found == Pivots.Regular ? new LuFactorization<T>(memory, n) : default;
        return found == Pivots.Regular;
    }

    /// <summary>Factors the matrices of a batch, as <see cref="Cholesky{T}"/> does.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="factor">Holds the factors; as long as <paramref name="a"/>. Untouched if there is an exception.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <returns>The factors, good as long as the memory is.</returns>
    /// <exception cref="SingularMatrixException">A matrix is not positive definite, or not finite; the exception says which.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static CholeskyFactorization<T> FactorCholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Cholesky(a, factor, n);
        return new CholeskyFactorization<T>(factor, n);
    }

    /// <summary>As <see cref="FactorCholesky{T}"/>, without an exception for a matrix that has no factor.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="factor">Holds the factors; as long as <paramref name="a"/>. Untouched if a matrix has no factor.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="factorization">The factors, good as long as the memory is; of no use if a matrix has none.</param>
    /// <param name="failed">The number of the first matrix that is not positive definite or not finite; -1 if there is none.</param>
    /// <returns>Whether all matrices have a factor.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static bool TryFactorCholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n, out CholeskyFactorization<T> factorization, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool found = TryCholesky(a, factor, n, out failed);
        factorization = found ? new CholeskyFactorization<T>(factor, n) : default;
        return found;
    }
}

namespace StaticAd.CompilerServices;

internal static unsafe partial class SmallMatrices
{
    /// <summary>The inverses.</summary>
    /// <param name="a">Matrices of n by n.</param>
    /// <param name="inverse">As many, for the inverses.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all have an inverse; if not, nothing has been written.</returns>
    public static bool TryInverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, out int failed)
        where T : unmanaged
    {
        fixed (T* matrix = a, result = inverse)
        {
            int count = a.Length / (n * n);
            failed = Run<T, InverseOperation>(new InverseOperation(
                Batch(matrix, a.Length, n * n, count), Batch(result, inverse.Length, n * n, count), n, count));
        }

        return failed < 0;
    }

    /// <summary>The lower triangular L, positive on its diagonal, of A = L Lᵀ; zeros above the diagonal.</summary>
    /// <param name="a">Symmetric positive definite matrices of n by n, of which the lower triangle is read.</param>
    /// <param name="factor">As many, for the factors.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="failed">The number of the first matrix that is not positive definite, or not finite; -1 if there is none.</param>
    /// <returns>Whether all have a factor; if not, nothing has been written.</returns>
    public static bool TryCholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n, out int failed)
        where T : unmanaged
    {
        fixed (T* matrix = a, result = factor)
        {
            int count = a.Length / (n * n);
            failed = Run<T, CholeskyOperation>(new CholeskyOperation(
                Batch(matrix, a.Length, n * n, count), Batch(result, factor.Length, n * n, count), n, count));
        }

        return failed < 0;
    }

    /// <summary>The determinants; that of a singular matrix is zero, that of one that is not finite is infinite or not a number.</summary>
    /// <param name="a">Matrices of n by n.</param>
    /// <param name="determinant">A number for each.</param>
    /// <param name="n">Rows and columns.</param>
    public static void Determinant<T>(ReadOnlySpan<T> a, Span<T> determinant, int n)
        where T : unmanaged
    {
        fixed (T* matrix = a, result = determinant)
        {
            int count = a.Length / (n * n);
            Run<T, DeterminantOperation>(new DeterminantOperation(
                Batch(matrix, a.Length, n * n, count), Batch(result, determinant.Length, 1, count), n, count));
        }
    }
}

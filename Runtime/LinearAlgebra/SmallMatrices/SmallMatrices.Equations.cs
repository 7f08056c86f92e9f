namespace StaticAd.CompilerServices;

internal static unsafe partial class SmallMatrices
{
    /// <summary>The solutions of A X = B, or of Aᵀ X = B.</summary>
    /// <param name="a">Matrices of n by n, or one for all.</param>
    /// <param name="b">Matrices of n by columns, or one for all.</param>
    /// <param name="x">As many matrices of n by columns as the batch has.</param>
    /// <param name="n">Rows and columns of A.</param>
    /// <param name="columns">Columns of B and X.</param>
    /// <param name="transpose">Whether A is transposed.</param>
    /// <param name="failed">The number of the first matrix that is singular or not finite; -1 if there is none.</param>
    /// <returns>Whether all have a solution; if not, nothing has been written.</returns>
    public static bool TrySolve<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool transpose, out int failed)
        where T : unmanaged
    {
        fixed (T* matrix = a, right = b, result = x)
        {
            int count = x.Length / (n * columns);
            failed = Run<T, SolveOperation>(new SolveOperation(
                Batch(matrix, a.Length, n * n, count),
                Batch(right, b.Length, n * columns, count),
                Batch(result, x.Length, n * columns, count),
                n,
                columns,
                transpose,
                count));
        }

        return failed < 0;
    }

    /// <summary>The solutions of T X = B, or of Tᵀ X = B, for triangular T.</summary>
    /// <param name="t">Matrices of n by n, of which one triangle is read, or one for all.</param>
    /// <param name="b">Matrices of n by columns, or one for all.</param>
    /// <param name="x">As many matrices of n by columns as the batch has.</param>
    /// <param name="n">Rows and columns of T.</param>
    /// <param name="columns">Columns of B and X.</param>
    /// <param name="kind">Which triangle, and how it stands in the equation.</param>
    /// <param name="failed">The number of the first matrix with a zero, or what is not finite, on its diagonal; -1 if there is none.</param>
    /// <returns>Whether all have a solution; if not, nothing has been written.</returns>
    public static bool TrySolveTriangular<T>(
        ReadOnlySpan<T> t, ReadOnlySpan<T> b, Span<T> x, int n, int columns, SmallTriangleKind kind, out int failed)
        where T : unmanaged
    {
        fixed (T* matrix = t, right = b, result = x)
        {
            int count = x.Length / (n * columns);
            failed = Run<T, TriangularOperation>(new TriangularOperation(
                Batch(matrix, t.Length, n * n, count),
                Batch(right, b.Length, n * columns, count),
                Batch(result, x.Length, n * columns, count),
                kind,
                n,
                columns,
                count));
        }

        return failed < 0;
    }
}

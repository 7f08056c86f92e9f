namespace StaticAd.Kernels;

/// <summary>The shape of a batch of linear systems A X = B.</summary>
/// <param name="Count">How many there are; 0 if there is nothing to do.</param>
/// <param name="StepA">How far the matrices are apart: 0 if one serves all.</param>
/// <param name="StepB">How far the right-hand sides are apart: 0 if one serves all.</param>
/// <param name="StepX">How far the solutions are apart.</param>
internal readonly record struct Systems(int Count, nint StepA, nint StepB, nint StepX)
{
    /// <summary>Checks the buffers of a batch.</summary>
    /// <param name="a">Matrices of <paramref name="n"/> by <paramref name="n"/>.</param>
    /// <param name="b">Right-hand sides.</param>
    /// <param name="x">Solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="matrixName">What the operation calls <paramref name="a"/>.</param>
    public static Systems Check<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, string matrixName)
    {
        long sizeA = BatchLengths.Size(n, n, nameof(n), nameof(n));
        long size = BatchLengths.Size(n, columns, nameof(n), nameof(columns));
        int count = BatchLengths.Count(x.Length, size, nameof(x));
        if (size == 0)
        {
            BatchLengths.WholeMatrices(a.Length, sizeA, matrixName);
            BatchLengths.WholeMatrices(b.Length, size, nameof(b));
            return default;
        }

        nint stepA = BatchLengths.Step(a.Length, sizeA, count, matrixName);
        nint stepB = BatchLengths.Step(b.Length, size, count, nameof(b));
        BatchLengths.NoOverlap(x, a, nameof(x));
        BatchLengths.NoOverlap(x, b, nameof(x));
        return new Systems(count, stepA, stepB, (nint)size);
    }
}

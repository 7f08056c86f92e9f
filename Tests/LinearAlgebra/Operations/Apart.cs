namespace StaticAd.Tests.Linear.Operations;

/// <summary>Matrices whose eigenvalues and singular values are apart, so that their vectors have derivatives.</summary>
internal static class Apart
{
    /// <summary>More and more on the diagonal, and less beside it.</summary>
    public static double[] Matrices(Random random, int rows, int columns, int batch)
    {
        double[] a = new double[rows * columns * batch];
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / columns % rows, i % columns);
            a[i] = (0.4 * (random.NextDouble() - 0.5) / Math.Max(rows, columns)) + (row == column ? 0.5 + ((row + 1.0) / Math.Min(rows, columns)) : 0);
        }

        return a;
    }
}

namespace StaticAd.GradBench.Models;

/// <summary>Determinant of a square matrix by expansion along its first row.</summary>
/// <remarks>
/// Rows and columns are removed and put back in lists, so that no minor is copied: the entry of a row or column is the one that
/// follows it, that of number n is the first.
/// </remarks>
public static partial class Det
{
    /// <param name="a">The matrix, row by row.</param>
    /// <param name="n">Number of rows, at least 1.</param>
    [Differentiable]
    public static double Determinant(ReadOnlySpan<double> a, int n)
    {
        Span<int> rows = stackalloc int[n + 1];
        Span<int> columns = stackalloc int[n + 1];
        for (int i = 0; i < n; i++)
        {
            rows[i] = i + 1;
            columns[i] = i + 1;
        }

        return Minor(a, n, n, rows, columns);
    }

    /// <summary>The determinant of the <paramref name="m"/> rows and columns that are left.</summary>
    private static double Minor(ReadOnlySpan<double> a, int n, int m, Span<int> rows, Span<int> columns)
    {
        int row = rows[n];
        int column = columns[n];
        if (m == 1)
        {
            return a[row * n + column];
        }

        double determinant = 0;
        int sign = 1;
        int previous = n;
        rows[n] = rows[row];
        for (int j = 0; j < m; j++)
        {
            double element = a[row * n + column];
            columns[previous] = columns[column];
            determinant += sign * element * Minor(a, n, m - 1, rows, columns);
            columns[previous] = column;
            previous = column;
            column = columns[column];
            sign = -sign;
        }

        rows[n] = row;
        return determinant;
    }
}

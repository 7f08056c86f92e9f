using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Arrays of arrays as parameters.</summary>
public static partial class JaggedArrays
{
    // check: new double[][] { [1.5, -2], [], [0.5, 3, 1] }
    // check: new double[0][]
    [Differentiable]
    public static double Squares(double[][] x)
    {
        double sum = x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x[i].Length; j++)
            {
                sum += x[i][j] * x[i][j] * (i + 1);
            }
        }

        return sum;
    }

    // check: new double[][] { [1.5, -2], [0.25, 2], [0.5, 3, 1] }, 0.75
    [Differentiable]
    public static double RowByRow(double[][] x, double s)
    {
        double product = 1, last = 0;
        foreach (double[] row in x)
        {
            double norm = Norm(row) + Sum(row.AsSpan(1), s);
            if (norm > 100)
            {
                break;
            }

            product *= norm;
            last = row[^1];
        }

        return product * last * x[^1][0];
    }

    private static double Norm(double[] row)
    {
        double sum = 0;
        foreach (double element in row)
        {
            sum += element * element;
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> row, double s)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i] * s;
        }

        return sum;
    }

    // check: new double[][] { [1.5, -2], [0.25, 2, 1], [0.5] }, new int[][] { [0, 1], [2, 0], [] }, 1
    [Differentiable]
    public static double Chosen(double[][] x, int[][] neighbours, int start)
    {
        double sum = 0;
        int at = start;
        for (int step = 0; step < 3; step++)
        {
            double[] row = x[at];
            sum += row[0] * row[row.Length - 1] * (step + 1);
            foreach (int next in neighbours[at])
            {
                sum += Math.Sin(x[next][0]) * row[0];
                at = next;
            }
        }

        return sum;
    }

    // check: new double[][] { [1.5, -2], [0.25, 2] }, new double[][] { [0.5, 1, -1], [1, 0.75, 2] }, new double[6]
    [Differentiable]
    public static void Product(double[][] a, double[][] b, Span<double> result)
    {
        int columns = b[0].Length;
        for (int i = 0; i < a.Length; i++)
        {
            double[] row = a[i];
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < row.Length; k++)
                {
                    sum += row[k] * b[k][j];
                }

                result[i * columns + j] += sum;
            }
        }
    }

    // check: new double[][] { [4, 1, 0.5], [1, 3, -0.25], [0.5, -0.25, 2] }
    [Differentiable]
    public static double Determinant(double[][] x)
    {
        int n = x.Length;
        var a = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = x[i][j];
            }
        }

        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            determinant *= a[k, k];
            for (int i = k + 1; i < n; i++)
            {
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= a[i, k] / a[k, k] * a[k, j];
                }
            }
        }

        return determinant;
    }

    // check: new float[][] { [1.5f, -2], [0.25f] }, new double[][] { [2], [3, 4] }
    [Differentiable]
    public static (float First, double Second) Mixed(float[][] x, [NoDerivative] double[][] weights) =>
        (x[0][1] * x[1][0] * (float)weights[1][1], x[0][0] * weights[0][0] + Squares(weights) * x[1][0]);

    // check: new double[][] { [1.5, -2], [0.25] }, new double[][] { [2], [3, 4] }
    [Differentiable]
    public static double Handed(double[][] x, double[][] y)
    {
        double[][] first = x;
        return Pair(first, y, 0) * Pair(y, x, 1) + Squares(x);
    }

    private static double Pair(double[][] x, double[][] y, int i) => x[i][0] * y[1 - i][0] + x[i].Length * y[i][^1];
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RowSwaps
{
    // check: new double[][] { [0.5, 2, 1], [3, -1, 0.25], [1, 1, 4] }, new double[] { 1, -2, 0.5 }
    // check: new double[][] { [2.5, 2, 1], [1, -3, 0.25], [1, 1, 4] }, new double[] { 1, -2, 0.5 }
    [Differentiable]
    public static double Solve(double[][] m, double[] b)
    {
        int n = b.Length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++)
        {
            a[i] = new double[n];
            Array.Copy(m[i], a[i], n);
        }

        double[] x = [.. b];
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
            {
                if (Math.Abs(a[r][c]) > Math.Abs(a[pivot][c]))
                {
                    pivot = r;
                }
            }

            if (pivot != c)
            {
                double[] row = a[pivot];
                a[pivot] = a[c];
                a[c] = row;
                (x[pivot], x[c]) = (x[c], x[pivot]);
            }

            for (int r = c + 1; r < n; r++)
            {
                double factor = a[r][c] / a[c][c];
                for (int j = c; j < n; j++)
                {
                    a[r][j] -= factor * a[c][j];
                }

                x[r] -= factor * x[c];
            }
        }

        double sum = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                x[i] -= a[i][j] * x[j];
            }

            x[i] /= a[i][i];
            sum += x[i] * (i + 1);
        }

        return sum;
    }

    // check: new double[] { 0.5, 2, 1, 3, -1, 0.25 }
    [Differentiable(Order = 2)]
    public static double Rotated(double[] x)
    {
        double[][] a = [[x[0], x[1] * x[1]], [x[2], x[3], x[4]], [x[5]]];
        double[] held = a[0];
        double sum = 0;
        for (int n = 0; n < 4; n++)
        {
            (a[0], a[1], a[2]) = (a[1], a[2], a[0]);
            a[0][0] *= a[1][^1] + n;
            sum += held[1] * a[n % 3][0] + a[2].Length * a[2][0];
        }

        return sum;
    }

    // check: new double[] { 0.5, 2, 1, 3 }, 2
    // check: new double[] { 0.5, 2, 1, 3 }, 0
    [Differentiable]
    public static double Shared(double[] x, int which)
    {
        double[][] a = [[x[0], x[1]], [x[2]], [x[3], x[0]]];
        Exchange(a, 0, which);
        a[1] = a[which];
        a[1][0] *= 3;
        return a[0][0] + 2 * a[1][0] * a[which][0] + 5 * a[2][0] + a[1].Length;
    }

    private static void Exchange(double[][] rows, int i, int j) => (rows[i], rows[j]) = (rows[j], rows[i]);
}

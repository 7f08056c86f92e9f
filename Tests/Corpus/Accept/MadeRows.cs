using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Arrays of arrays that a method makes.</summary>
public static partial class MadeRows
{
    // check: new double[] { 0.5, -1.5, 2 }, 0.75
    [Differentiable]
    public static double Square(ReadOnlySpan<double> x, double t)
    {
        int n = x.Length;
        double[][] w = new double[n][];
        for (int i = 0; i < n; i++)
        {
            w[i] = new double[n];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                w[i][j] = x[i] * x[j] * t + i;
            }
        }

        double sum = 0;
        foreach (double[] row in w)
        {
            sum += Norm(row) * row[0];
        }

        return sum * w[n - 1][n - 1] + w.Length + w[0].Length;
    }

    private static double Norm(ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += row[i] * row[i];
        }

        return sum;
    }

    // check: new double[] { 4, 1, 3, 0.5, -0.25, 2 }
    [Differentiable]
    public static double Triangular(ReadOnlySpan<double> x)
    {
        const int n = 3;
        var a = new double[n][];
        var l = new double[n][];
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = new double[i + 1];
            l[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                a[i][j] = x[i * (i + 1) / 2 + j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            double[] row = l[i];
            for (int j = 0; j <= i; j++)
            {
                double s = a[i][j];
                for (int k = 0; k < j; k++)
                {
                    s -= row[k] * l[j][k];
                }

                row[j] = i == j ? Math.Sqrt(s) : s / l[j][j];
            }
        }

        return l[0][0] * l[1][1] * l[^1][^1] + l[2][1];
    }

    // check: 0.7, -1.2, 3
    [Differentiable]
    public static double Listed(double x, double y, int n)
    {
        double[][] w = new double[][] { new double[n], [x, y], new[] { y, x * y, 1 } };
        double[][] v = [[x * x], [y, .. w[1]], new double[2]];
        w[0][1] = w[2][1] * v[1][2];
        v[2][n - 2] = w[0][1] + v[0][0];
        (w[1][0], v[2][0]) = (v[1][0], w[1][1]);
        return Total(w) * Total(v) + w[n - 1][^1];
    }

    private static double Total(double[][] rows)
    {
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
            {
                sum += rows[i][j] * rows[i][j] * (i + 1);
            }
        }

        return sum;
    }

    // check: 0.7, -1.2, 3
    [Differentiable]
    public static double OneByOne(double x, double y, int n)
    {
        double[][] w = new double[3][];
        w[0] = new double[n];
        w[1] = [x, y];
        w[2] = new double[] { x * y };
        w[0][n - 1] = w[1][1] * w[2][0];
        Scale(w, y);
        double[][] same = w;
        same[1][0] *= x;
        return Total(w) + same[0][2];
    }

    private static void Scale(double[][] rows, double by)
    {
        foreach (double[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] *= by + i;
            }
        }
    }

    // check: new double[] { 0.5, -1.5, 2 }, new int[] { 2, 0, 3 }, 0.75
    [Differentiable]
    public static double ByLengths(ReadOnlySpan<double> x, int[] lengths, double t)
    {
        double total = 0;
        for (int step = 0; step < 2; step++)
        {
            double[][] w = Rows(x, lengths, t);
            total += Total(w) * t;
            t = t * total + w[0][1];
        }

        return total;
    }

    private static double[][] Rows(ReadOnlySpan<double> x, int[] lengths, double t)
    {
        var w = new double[lengths.Length][];
        for (int i = 0; i < lengths.Length; i++)
        {
            w[i] = new double[lengths[i]];
            x[..lengths[i]].CopyTo(w[i]);
            Array.Fill(w[i], t * x[i], 0, lengths[i] / 2);
        }

        return w;
    }

    // check: new float[] { 0.5f, -1.5f, 2 }, 4
    [Differentiable]
    public static float Layers(ReadOnlySpan<float> x, int n)
    {
        float[][] layers = new float[n][];
        int[][] order = new int[n][];
        for (int i = 0; i < n; ++i)
        {
            layers[i] = [x[0] * i, x[1], x[2]];
            order[i] = new int[3];
            for (int j = 0; j < 3; j++)
            {
                order[i][j] = (i + j) % 3;
            }
        }

        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                layers[i][j] += MathF.Sin(layers[i - 1][order[i][j]]);
            }
        }

        return layers[n - 1][0] * layers[n - 1][1] + layers[1][2];
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Arrays of several dimensions to which a loop gives new memory.</summary>
public static partial class RenewedGrids
{
    // check: new double[,] { { 0.5, -1 }, { 0.25, 2 } }, 3
    // check: new double[,] { { 0.5, -1 }, { 0.25, 2 } }, 0
    [Differentiable(Order = 2)]
    public static double Power(double[,] a, int n)
    {
        double[,] p = new double[a.GetLength(0), a.GetLength(0)];
        for (int i = 0; i < p.GetLength(0); i++)
        {
            p[i, i] = 1;
        }

        for (int k = 0; k < n; k++)
        {
            p = Product(a, p);
        }

        return p[0, 0] + p[1, 0] * p[1, 1];
    }

    // check: new double[,] { { 0.5, -1 }, { 0.25, 0.75 } }, 0.3, new double[] { 0.5, -0.2, 1 }
    [Differentiable(Order = 2)]
    public static double Filtered(double[,] f, double noise, double[] series)
    {
        double[,] p = (double[,])f.Clone();
        double sum = 0;
        foreach (double observed in series)
        {
            p = Product(Product(f, p), f);
            p[0, 0] += noise * noise;
            double[,] next = new double[2, 2];
            for (int i = 0; i < 2; i++)
            {
                for (int j = 0; j < 2; j++)
                {
                    next[i, j] = p[i, j] - observed * p[j, i] * p[i, i];
                }
            }

            p = next;
            sum += Math.Log(p[0, 0] * p[0, 0] + 2);
        }

        return sum + p[1, 0];
    }

    // check: new double[,] { { 0.5, -1, 2 }, { 0.25, 0.75, 1 } }, 3
    [Differentiable(Order = 2)]
    public static double Turned(double[,] a, int n)
    {
        double[,] p = (double[,])a.Clone();
        int k = 0;
        while (k < n)
        {
            p = Transposed(p);
            if (p[0, 0] > 100)
            {
                break;
            }

            k++;
        }

        return p[0, 0] + p[p.GetLength(0) - 1, 0] * p[1, 1];
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        if (a.GetLength(1) != b.GetLength(0))
        {
            throw new ArgumentException($"{a.GetLength(1)} columns times {b.GetLength(0)} rows");
        }

        double[,] c = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < b.GetLength(1); j++)
            {
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return c;
    }

    private static double[,] Transposed(double[,] a)
    {
        double[,] t = new double[a.GetLength(1), a.GetLength(0)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                t[j, i] = a[i, j] * a[i, j];
            }
        }

        return t;
    }
}

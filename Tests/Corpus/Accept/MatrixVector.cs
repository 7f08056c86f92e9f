using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class MatrixVector
{
    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2 }, new double[] { 0.7, -0.4, 1.3 }, new double[] { 9, 9 }
    [Differentiable]
    public static void Product(ReadOnlySpan<double> a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int row = 0; row < y.Length; row++)
        {
            double sum = 0;
            for (int column = 0; column < x.Length; column++)
            {
                sum += a[row * x.Length + column] * x[column];
            }

            y[row] = sum;
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2 }, new double[] { 0.7, -0.4 }, new double[] { 1, 2, 3 }
    [Differentiable]
    public static void TransposedProductAdded(ReadOnlySpan<double> a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int row = 0; row < x.Length; row++)
        {
            for (int column = 0; column < y.Length; column++)
            {
                y[column] += a[row * y.Length + column] * x[row];
            }
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2, 0.1, 0.2, 0.3 }, new double[] { 0.7, -0.4, 1.3 }
    [Differentiable]
    public static double QuadraticForm(ReadOnlySpan<double> a, ReadOnlySpan<double> x)
    {
        double form = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                form += x[i] * a[i * x.Length + j] * x[j];
            }
        }

        return 0.5 * form;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, new double[] { 0.7, -0.4, 1.3, 0.2 }, new double[] { 0, 0, 0, 0 }, 2
    [Differentiable]
    public static void MatrixProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                c[i * n + j] = 0;
                for (int k = 0; k < n; k++)
                {
                    c[i * n + j] += a[i * n + k] * b[k * n + j];
                }
            }
        }
    }

    // check: new double[] { 1.5, -0.2, 0.25, 1.3 }, new double[] { 0.7, -0.4 }, 4
    [Differentiable]
    public static double PowerIteration(ReadOnlySpan<double> a, ReadOnlySpan<double> start, int steps)
    {
        int n = start.Length;
        Span<double> x = stackalloc double[n];
        Span<double> y = stackalloc double[n];
        start.CopyTo(x);
        double norm = 0;
        for (int step = 0; step < steps; step++)
        {
            Product(a, x, y);
            norm = 0;
            for (int i = 0; i < n; i++)
            {
                norm += y[i] * y[i];
            }

            norm = Math.Sqrt(norm);
            for (int i = 0; i < n; i++)
            {
                x[i] = y[i] / norm;
            }
        }

        return norm;
    }
}

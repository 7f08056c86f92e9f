using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Cholesky
{
    // check: new double[] { 4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2 }, 3
    [Differentiable]
    public static void Factorise(Span<double> a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            double diagonal = a[j * n + j];
            for (int k = 0; k < j; k++)
            {
                diagonal -= a[j * n + k] * a[j * n + k];
            }

            a[j * n + j] = Math.Sqrt(diagonal);
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i * n + k] * a[j * n + k];
                }

                a[i * n + j] = sum / a[j * n + j];
            }
        }
    }

    // check: new double[] { 4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2 }, new double[] { 0.3, -1.4, 2 }
    [Differentiable]
    public static double NormalLogDensity(ReadOnlySpan<double> covariance, ReadOnlySpan<double> x)
    {
        int n = x.Length;
        Span<double> factor = stackalloc double[n * n];
        Span<double> z = stackalloc double[n];
        covariance.CopyTo(factor);
        Factorise(factor, n);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double value = x[i];
            for (int k = 0; k < i; k++)
            {
                value -= factor[i * n + k] * z[k];
            }

            z[i] = value / factor[i * n + i];
            sum -= 0.5 * z[i] * z[i] + Math.Log(factor[i * n + i]);
        }

        return sum;
    }
}

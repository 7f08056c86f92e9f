using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Tridiagonal
{
    // check: new double[] { 0, -1, 0.5, -0.7 }, new double[] { 4, 3, 5, 4 }, new double[] { 1, 0.3, -1, 0 }, new double[] { 1, 2, -1, 0.5 }
    [Differentiable]
    public static void Solve(ReadOnlySpan<double> lower, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> upper, Span<double> x)
    {
        int n = x.Length;
        Span<double> scaled = stackalloc double[n];
        scaled[0] = upper[0] / diagonal[0];
        x[0] /= diagonal[0];
        for (int i = 1; i < n; i++)
        {
            double pivot = diagonal[i] - lower[i] * scaled[i - 1];
            scaled[i] = upper[i] / pivot;
            x[i] = (x[i] - lower[i] * x[i - 1]) / pivot;
        }

        for (int i = n - 2; i >= 0; i--)
        {
            x[i] -= scaled[i] * x[i + 1];
        }
    }
}

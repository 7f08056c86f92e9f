using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Counters below zero, and indices and bounds that <c>Math.Max</c> keeps at zero or above.</summary>
public static partial class ClampedIndices
{
    // The first iterations all use the first element: what the last of them stores counts.
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 3
    [Differentiable]
    public static double ClampedCounter(ReadOnlySpan<double> x, int n)
    {
        double[] a = new double[n], b = new double[n];
        for (int i = -2; i < n; i++)
        {
            a[Math.Max(i, 0)] = x[i + 2] * x[0];
        }

        for (int i = -2; i < n; i++)
        {
            b[Math.Max(i, 0)] += a[Math.Max(i, 0)] * x[i + 2];
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += b[i] * b[i] * a[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 3, 2
    [Differentiable]
    public static double ClampedInSteps(ReadOnlySpan<double> x, int n, int steps)
    {
        double[] a = new double[n], b = new double[n];
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            for (int i = -2; i < n; i++)
            {
                a[Math.Max(i, 0)] = x[i + 2] * (x[0] + sum);
            }

            for (int i = -2; i < n; i++)
            {
                b[Math.Max(i, 0)] = a[Math.Max(i, 0)] * x[i + 2] + step;
            }

            for (int i = -2; i < n; i++)
            {
                sum += b[Math.Max(i, 0)] * x[i + 2];
            }
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, -1
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 2
    [Differentiable]
    public static double ClampedBoundBelow(ReadOnlySpan<double> x, int n)
    {
        double[] a = new double[5];
        int low = Math.Max(n, 0);
        for (int i = 3; i > n; i--)
        {
            a[i + 1] = x[i + 1] * x[0];
        }

        double sum = 0;
        for (int i = 3; i > low; i--)
        {
            sum += a[i + 1] * a[i + 1] * x[i];
        }

        return sum + a[1] * a[2];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, -1
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 2
    [Differentiable]
    public static double ClampedBoundAbove(ReadOnlySpan<double> x, int n)
    {
        double[] a = new double[5];
        int high = Math.Max(n, 0);
        for (int i = -2; i < n; i++)
        {
            a[i + 2] = x[i + 2] * x[0];
        }

        double sum = 0;
        for (int i = -2; i < high; i++)
        {
            sum += (a[i + 2] + x[1]) * x[i + 2];
        }

        return sum;
    }
}

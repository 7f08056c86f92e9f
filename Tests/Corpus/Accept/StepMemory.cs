using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Working memory that a step defines, reads and leaves behind, and what the next step must not find in it.</summary>
public static partial class StepMemory
{
    // Defined whole by each step: what the tape needs can be written there at once.
    // check: new double[] { 0.5, -0.25, 0.75 }, 3
    [Differentiable]
    public static double Whole(ReadOnlySpan<double> x, int steps)
    {
        double[] state = new double[x.Length];
        double[] slope = new double[x.Length];
        x.CopyTo(state);
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                slope[i] = Math.Sin(state[i]) * x[i];
            }

            for (int i = 0; i < x.Length; i++)
            {
                state[i] += slope[i] * slope[x.Length - 1 - i];
            }
        }

        return state[0] * state[x.Length - 1];
    }

    // The last element stays what it was before.
    // check: new double[] { 0.5, -0.25, 0.75 }, 3
    [Differentiable]
    public static double AllButOne(ReadOnlySpan<double> x, int steps)
    {
        double[] work = new double[x.Length];
        work[x.Length - 1] = x[0];
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < x.Length - 1; i++)
            {
                work[i] = x[i] * x[i] + sum;
            }

            for (int i = 0; i < x.Length; i++)
            {
                sum += work[i] * work[x.Length - 1 - i];
            }
        }

        return sum;
    }

    // The next step still reads what this one has left.
    // check: new double[] { 0.5, -0.25, 0.75 }, 3
    [Differentiable]
    public static double ReadByTheNext(ReadOnlySpan<double> x, int steps)
    {
        double[] work = new double[x.Length];
        double sum = 0.5;
        for (int step = 0; step < steps; step++)
        {
            sum += work[1] * work[1];
            for (int i = 0; i < x.Length; i++)
            {
                work[i] = x[i] * sum;
            }

            for (int i = 0; i < x.Length; i++)
            {
                sum += work[i] * work[x.Length - 1 - i];
            }
        }

        return sum;
    }

    // Defined by one loop, changed by another, copied only then.
    // check: new double[] { 0.5, -0.25, 0.75 }, 3
    [Differentiable]
    public static double DefinedAndChanged(ReadOnlySpan<double> x, int steps)
    {
        double[] work = new double[x.Length];
        double sum = 0.5;
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                work[i] = x[i] * sum;
            }

            for (int i = 0; i < x.Length; i++)
            {
                for (int j = i; j < x.Length; j++)
                {
                    work[j] += x[i] * sum;
                }
            }

            for (int i = 0; i < x.Length; i++)
            {
                sum += Math.Sin(work[i] * work[x.Length - 1 - i]);
            }
        }

        return sum;
    }

    // The length of y is only known to be large enough: the reads of all of it are what shows it.
    // check: new double[] { 0.5, -0.25, 0.75 }, 3, new double[] { 1, 2, 3 }
    // check: new double[] { 0.5, -0.25 }, 2, new double[] { 1, 2 }
    [Differentiable]
    public static void Shifted(ReadOnlySpan<double> x, int steps, Span<double> y)
    {
        int n = x.Length;
        double[] stage = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++)
        {
            y[i] = x[i];
        }

        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < y.Length; i++)
            {
                stage[i] = y[i] * x[i];
            }

            slope[0] = x[0] * y[n - 1];
            for (int i = 1; i < n; i++)
            {
                slope[i] = x[i] * stage[i - 1];
            }

            for (int i = 0; i < n; i++)
            {
                y[i] += 0.5 * slope[i];
            }
        }
    }

    // Two thirds of the memory are left as they were: the cotangents of the others must not be lost, nor found twice.
    // check: new double[] { 0.5, -0.25, 0.75, 1.5 }, 3
    [Differentiable]
    public static double DifferentRanges(ReadOnlySpan<double> x, int steps)
    {
        double[] work = new double[x.Length];
        double sum = 0.5;
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                work[i] = x[i] * sum;
            }

            for (int i = 1; i < x.Length; i++)
            {
                sum += Math.Sin(work[i] * 0.5);
            }

            for (int i = 0; i < x.Length - 2; i++)
            {
                work[i] = x[i] + sum;
            }

            for (int i = 0; i < x.Length; i++)
            {
                sum += 0.25 * work[i] * work[i];
            }
        }

        return sum;
    }
}

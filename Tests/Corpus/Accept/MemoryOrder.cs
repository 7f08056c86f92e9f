using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>What is read, and when: before or after a write, a copy, a loop.</summary>
public static partial class MemoryOrder
{
    // Only one arm needs what was there before the write.
    // check: 1.5, new double[] { 2, 3 }
    // check: -1.5, new double[] { 2, 3 }
    [Differentiable]
    public static double ReadBeforeTheWrite(double x, Span<double> y)
    {
        double before = y[0];
        y[0] = x * x;
        if (x > 0)
        {
            y[1] = before * x;
        }

        return y[0] * y[1];
    }

    // check: 1.5, new double[] { 2, 3, 4 }
    [Differentiable]
    public static double ReadAfterACopy(double x, ReadOnlySpan<double> source)
    {
        Span<double> y = stackalloc double[3];
        y[0] = x;
        double before = y[0];
        source.Slice(0, 3).CopyTo(y);
        return before * y[0] * y[0] + y[2];
    }

    // check: 1.5, new double[] { 2, 3, 4 }, new double[] { 1, 1, 1 }
    [Differentiable]
    public static void ReadOutputsAfterACopy(double x, ReadOnlySpan<double> source, Span<double> y)
    {
        y[0] = x;
        double before = y[0];
        source.CopyTo(y);
        y[1] = before * y[0];
    }

    // check: 1.5, 2
    // check: -1.5, 2
    // check: 1.5, 0
    [Differentiable]
    public static double ReadAfterALoop(double x, int n)
    {
        Span<double> y = stackalloc double[2];
        y[0] = x;
        for (int i = 0; i < n; i++)
        {
            y[i] = x * x * (i + 1);
        }

        return y[0] * x + y[1];
    }

    // check: 1.5, 3
    // check: -1.5, 3
    [Differentiable]
    public static double ReadAfterABranchInALoop(double x, int n)
    {
        Span<double> y = stackalloc double[2];
        y[0] = x;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += y[0] * i;
            if (x > 0)
            {
                y[0] = sum * x + 1;
            }
        }

        return sum * y[0];
    }

    // Iterations overwrite each other's elements: the last one counts.
    // check: new double[] { 2, 3, 4, 5 }, new double[] { 1, 1 }
    [Differentiable]
    public static void TheLastWriteCounts(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i / 2] = x[i] * x[i];
        }
    }

    // check: new double[] { 2, 3, 4, 5 }, new int[] { 1, 0, 1, 1 }, new double[] { 1, 1 }
    [Differentiable]
    public static void TheLastWriteCountsAtIndices(ReadOnlySpan<double> x, ReadOnlySpan<int> at, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[at[i]] = Math.Sin(x[i]);
        }
    }

    // check: new double[] { 2, 3, 4, 5 }, new double[] { 1, 1 }
    [Differentiable]
    public static double TheLastWriteCountsInASum(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[1] = x[i] * y[0];
        }

        return y[1];
    }

    // check: new double[] { 2, 3, 4, 5, 6 }
    [Differentiable]
    public static void ShiftsInPlace(Span<double> y)
    {
        y.Slice(0, y.Length - 1).CopyTo(y.Slice(1));
        y[0] = y[1] * y[2];
    }

    // check: new double[] { 2, 3, 4, 5, 6 }, 3
    [Differentiable]
    public static double ShiftsWithinWorkingMemory(ReadOnlySpan<double> x, int n)
    {
        Span<double> state = stackalloc double[5];
        x.Slice(0, 5).CopyTo(state);
        for (int step = 0; step < n; step++)
        {
            double first = state[0];
            state.Slice(1, 4).CopyTo(state.Slice(0, 4));
            state[4] = first * state[0];
        }

        return state[4] * state[1];
    }

    // What was active is passive once it is overwritten.
    // check: 1.5, new double[] { 2, 3 }
    [Differentiable]
    public static double OverwrittenByPassive(double x, [NoDerivative] ReadOnlySpan<double> constants)
    {
        Span<double> y = stackalloc double[3];
        y[0] = x;
        y[2] = x * x;
        double before = y[0] * y[2];
        constants.Slice(0, 2).CopyTo(y);
        return before + y[0] * x + y[1] * y[2];
    }

    // check: 1.5, new double[] { 2, 3 }, new double[] { 0.5, 0.25, 4 }
    [Differentiable]
    public static void OutputOverwrittenByPassive(double x, [NoDerivative] ReadOnlySpan<double> constants, Span<double> y)
    {
        y[2] *= x * y[0];
        constants.CopyTo(y);
        y[1] += x;
    }

    // check: 1.5, 0.5, 3
    // check: 1.5, 0.5, 4
    [Differentiable]
    public static double Swapped(double x, double y, int n)
    {
        double a = x, b = y;
        for (int i = 0; i < n; i++)
        {
            (a, b) = (b, a);
        }

        return a * a * b;
    }

    // check: 1.5, 0.5, 3
    // check: 1.5, 0.5, 4
    [Differentiable]
    public static double SwappedInside(double x, double y, int n)
    {
        double a = x, b = y;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (a, b) = (b, a);
            }

            (a, b) = (b * x, a);
        }

        return a * a * b;
    }

    // check: 0.5, 1.5, -0.7, 2, 1.2, 0
    // check: 0.5, 1.5, -0.7, 2, 1.2, 1
    [Differentiable]
    public static double OverwrittenAfterALoop(double a, double b, double c, double d, double x, int at)
    {
        Span<double> p = [a, b], q = [c, d];
        p[at] *= x;
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            sum += Math.Sqrt(p[i] * p[i] + q[i] * q[i]) * x;
        }

        p[0] = x;
        q[0] = b;
        return sum + p[at] * p[0] * q[at];
    }

    // What is read at the end of a step and what at the start of the next share a cotangent.
    // check: new double[] { 0.5, 2, -1 }, 3
    [Differentiable]
    public static double ReadWrittenRead(ReadOnlySpan<double> x, int steps)
    {
        int n = x.Length;
        double[] t = new double[n];
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            double before = 0;
            for (int j = 0; j < n; j++)
            {
                before += t[j] * x[j];
            }

            s += Math.Sin(before);
            for (int j = 0; j < n; j++)
            {
                t[j] = x[j] * s;
            }

            double after = 0;
            for (int j = n - 1; j >= 0; j--)
            {
                after += t[j] * t[j];
            }

            s += Math.Cos(after);
        }

        return s;
    }

    // check: new double[] { 0.5, 2, -1 }
    [Differentiable]
    public static double CubesBeforeChange(Span<double> t)
    {
        double s = 0;
        for (int i = 0; i < t.Length; i++)
        {
            s += t[i] * t[i] * t[i];
        }

        for (int i = t.Length - 1; i >= 0; i--)
        {
            t[i] = Math.Sin(t[i]) * 2;
        }

        return s;
    }
}

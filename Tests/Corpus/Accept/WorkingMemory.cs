using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class WorkingMemory
{
    // check: new double[] { 0.5, -1.25, 2 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static double Scratched(ReadOnlySpan<double> x, [Scratch] Span<double> work)
    {
        for (int i = 0; i < x.Length; i++)
        {
            work[i] = Math.Sin(x[i]) * x[0];
        }

        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= work[i] + 2;
        }

        return product;
    }

    // check: 0.7, 5, new double[] { 0, 0 }
    [Differentiable]
    public static double OverwrittenInALoop(double x, int steps, [Scratch] Span<double> pair)
    {
        pair[0] = x;
        pair[1] = 1;
        for (int i = 0; i < steps; i++)
        {
            double next = pair[0] * pair[1] - 0.3 * x;
            pair[0] = pair[1];
            pair[1] = Math.Cos(next);
        }

        return pair[0] - pair[1] * pair[1];
    }

    // check: new double[] { 1.5, -0.5 }, new double[] { 3, 4 }, new double[] { 0, 0 }
    [Differentiable]
    public static void ThroughAHelper(ReadOnlySpan<double> x, Span<double> y, [Scratch] Span<double> work)
    {
        Fill(x, work);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= work[i];
        }

        Fill(y, work);
        y[0] += work[1];
    }

    private static void Fill(ReadOnlySpan<double> source, Span<double> target)
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = Math.Exp(0.1 * source[i]);
        }
    }

    // check: new double[] { 1.5, 0.3 }, 0
    // check: new double[] { 1.5, 0.3 }, 1
    [Differentiable]
    public static double AllocatedInAnArm(ReadOnlySpan<double> x, int n)
    {
        if (n == 0)
        {
            return x[0];
        }

        Span<double> squares = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = x[i] * x[i];
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += squares[i] * x[i];
        }

        return sum;
    }

    // check: new double[] { 1.5, 0.3 }, 0
    // check: new double[] { 1.5, 0.3 }, 1
    [Differentiable]
    public static double AllocatedInAnArmAndBent(ReadOnlySpan<double> x, int n)
    {
        double value = n;
        if (n > 0)
        {
            Span<double> squares = new double[x.Length];
            Span<int> reversed = new int[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                squares[i] = x[i] * x[i];
                reversed[x.Length - 1 - i] = i;
            }

            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    sum += squares[i] * Math.Sin(squares[reversed[j]]);
                }
            }

            value = Math.Exp(-sum) * squares[0];
        }

        return value * x[0];
    }

    // The second loop writes all of the memory only where the first has run.
    // check: new double[] { 0.5, 2, -1 }, 4, false, 3
    // check: new double[] { 0.5, 2, -1 }, 3, true, 3
    [Differentiable]
    public static double PerhapsNotAllOfIt(ReadOnlySpan<double> x, int m, bool isCompared, int steps)
    {
        double[] t = new double[m];
        t[m - 1] = 2;
        double s = 0.3;
        for (int k = 0; k < steps; k++)
        {
            if (isCompared)
            {
                for (int i = 0; i < m; i++)
                {
                    s += 0.1 * x[i];
                }
            }

            for (int i = 0; i < x.Length; i++)
            {
                t[i] = Math.Sin(s * x[i]);
            }

            double next = 0;
            for (int j = 0; j < m; j++)
            {
                next += t[j] * t[j] * Math.Cos(s * t[j]);
            }

            s = next;
        }

        return s;
    }
}

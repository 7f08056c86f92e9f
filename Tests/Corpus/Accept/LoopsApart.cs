using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops that follow each other over the same memory, and may not run as one though they look like it.</summary>
public static partial class LoopsApart
{
    // The second loop needs what the first computes last.
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    [Differentiable]
    public static double NeedsALaterElement(ReadOnlySpan<double> x)
    {
        double[] a = new double[x.Length];
        double first = 1;
        for (int i = 0; i < x.Length; i++)
        {
            first *= x[i];
            a[i] = first;
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += a[i] * a[x.Length - 1 - i];
        }

        for (int i = 0; i < x.Length - 1; i++)
        {
            a[i] = x[i] * sum;
        }

        for (int i = 0; i < x.Length - 1; i++)
        {
            sum += a[i + 1] * a[i];
        }

        return sum * first;
    }

    // Overwrites what the loop before it would come to read.
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    [Differentiable]
    public static void OverwritesALaterElement(Span<double> x)
    {
        double[] a = new double[x.Length];
        for (int i = 1; i < x.Length - 1; i++)
        {
            a[i] = x[i] * x[i - 1];
        }

        for (int i = 1; i < x.Length - 1; i++)
        {
            x[i + 1] = a[i] + x[i];
        }

        for (int i = 1; i < x.Length - 1; i++)
        {
            x[i - 1] += a[i] * x[i];
        }
    }

    // Without any element there is no iteration to put first.
    // check: new double[] { 0.7, -1.2, 0.4 }, 1.3
    // check: new double[] { 0.7 }, 1.3
    // check: new double[0], 1.3
    [Differentiable]
    public static double PerhapsEmpty(ReadOnlySpan<double> x, double a)
    {
        double[] b = new double[x.Length];
        for (int i = 1; i < x.Length; i++)
        {
            b[i] = a * x[i] * x[i - 1];
        }

        double sum = a;
        for (int i = 0; i < x.Length; i++)
        {
            sum += b[i] * x[i] * sum;
        }

        return sum;
    }

    // Slices of one buffer, one of them an element further on.
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }
    [Differentiable]
    public static double ThroughSlices(ReadOnlySpan<double> x)
    {
        Span<double> all = new double[x.Length];
        Span<double> low = all[..^1], high = all[1..];
        for (int i = 0; i < low.Length; i++)
        {
            low[i] = x[i] * x[i + 1];
        }

        for (int i = 0; i < low.Length; i++)
        {
            high[i] = low[i] + x[i];
        }

        double sum = 0;
        for (int i = 0; i < low.Length; i++)
        {
            sum += low[i] * high[i] + all[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    [Differentiable]
    public static double TheSecondNeedsTheFirstsSum(ReadOnlySpan<double> x)
    {
        double[] w = new double[x.Length];
        double total = 0;
        for (int i = 0; i < x.Length; i++)
        {
            w[i] = Math.Exp(x[i]);
            total += w[i];
        }

        double entropy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            w[i] /= total;
            entropy -= w[i] * x[i];
        }

        return entropy;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 3
    [Differentiable]
    public static double OtherEnds(ReadOnlySpan<double> x, int n)
    {
        double[] w = new double[x.Length];
        for (int i = 0; i < n; i++)
        {
            w[i] = x[i] * x[0];
        }

        for (int i = 0; i < x.Length; i++)
        {
            w[i] += w[0] * x[i];
        }

        double sum = 0;
        for (long i = 0; i < n; i++)
        {
            sum += w[(int)i] * x[(int)i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }
    [Differentiable]
    public static double DownwardsNeedingALowerElement(ReadOnlySpan<double> x)
    {
        double[] a = new double[x.Length + 1], b = new double[x.Length + 1];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            a[i + 1] = x[i] * x[i];
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            b[i] = a[i] * x[i];
        }

        double sum = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            sum = sum * b[i] + x[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 1.3
    [Differentiable]
    public static double FilledBetween(ReadOnlySpan<double> x, double a)
    {
        Span<double> b = new double[x.Length], c = new double[x.Length];
        b.Fill(a * a);
        for (int i = 0; i < x.Length; i++)
        {
            c[i] = b[i] * x[i];
        }

        b.Fill(a);
        for (int i = 0; i < x.Length; i++)
        {
            c[i] += b[i] * b[i] * x[i];
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += c[i] * c[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    [Differentiable]
    public static double CopiedBetween(ReadOnlySpan<double> x)
    {
        Span<double> b = new double[x.Length], c = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            b[i] = x[i] * x[i];
        }

        b.CopyTo(c);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            b[i] *= c[i] + x[i];
            sum += b[i] * c[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4 }
    // check: new double[0]
    [Differentiable]
    public static double PerhapsEmptyAtTheEnd(ReadOnlySpan<double> x)
    {
        double[] b = new double[x.Length];
        double sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            b[i] = x[i] * x[i];
        }

        for (int i = 1; i < x.Length; i++)
        {
            sum += b[i] * b[i - 1] * sum;
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }
    [Differentiable]
    public static double ThroughATail(ReadOnlySpan<double> x)
    {
        Span<double> all = new double[x.Length];
        Span<double> tail = all.Slice(1);
        int n = tail.Length;
        for (int i = 0; i < n; i++)
        {
            all[i] = x[i] * x[i];
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += tail[i] * x[i];
        }

        return sum;
    }
}

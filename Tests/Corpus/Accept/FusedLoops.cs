using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops that follow each other over the same memory: these may run as one, or some of them.</summary>
public static partial class FusedLoops
{
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    // check: new double[] { 0.7 }
    // check: new double[0]
    [Differentiable]
    public static double Elementwise(ReadOnlySpan<double> x)
    {
        double[] a = new double[x.Length], b = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            a[i] = Math.Sin(x[i]);
        }

        for (int i = 0; i < x.Length; i++)
        {
            b[i] = a[i] * x[i];
        }

        double sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            sum += b[i] * sum + a[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 1.3
    // check: new double[] { 0.7 }, 1.3
    [Differentiable]
    public static double StartsAnElementLater(ReadOnlySpan<double> x, double a)
    {
        double[] slope = new double[x.Length], next = new double[x.Length], last = new double[x.Length];
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            slope[i] = x[i] * x[i - 1];
        }

        for (int i = 0; i < x.Length; i++)
        {
            next[i] = x[i] + a * slope[i];
        }

        last[0] = next[0] * a;
        for (int i = 1; i < x.Length; i++)
        {
            last[i] = next[i - 1] * slope[i];
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += last[i] * next[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 1.3
    [Differentiable]
    public static double StepsBetween(ReadOnlySpan<double> x, double a)
    {
        double[] b = new double[x.Length];
        double[] c = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            b[i] = a * x[i];
        }

        b[1] = b[0] * b[2];
        c[0] = 2;
        for (int i = 0; i < x.Length; i++)
        {
            c[i] += b[i] * b[i];
        }

        a *= c[0];
        b.AsSpan().Fill(a);
        for (int i = 0; i < x.Length; i++)
        {
            c[i] *= b[i] + x[i];
        }

        b.AsSpan().CopyTo(c);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += c[i] * b[i] * x[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }
    [Differentiable]
    public static double Downwards(ReadOnlySpan<double> x)
    {
        double[] a = new double[x.Length + 1], b = new double[x.Length + 1];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            a[i] = x[i] * a[i + 1] + x[i];
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            b[i] = a[i + 1] * a[i];
        }

        double sum = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            sum += b[i] * (i > 0 ? a[i - 1] : 1);
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            sum += b[i + 1] * sum;
            b[i] = sum;
        }

        return sum;
    }
}

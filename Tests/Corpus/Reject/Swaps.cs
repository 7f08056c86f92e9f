using System;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Buffers that are swapped while something else knows them by where they are.</summary>
public static partial class RejectedSwaps
{
    [Differentiable]
    public static double Walked(ReadOnlySpan<double> x)
    {
        double[] a = x.ToArray(), b = new double[x.Length];
        double sum = 0;
        foreach (double v in a)
        {
            sum += v * b[0];
            (a, b) = (b, a); // expect: SAD0018
            b[1] = sum;
        }

        return sum + b[0];
    }

    [Differentiable]
    public static double Ref(ReadOnlySpan<double> x, int n)
    {
        double[] a = x.ToArray(), b = new double[x.Length];
        ref double first = ref a[0];
        for (int i = 0; i < n; i++)
        {
            (a, b) = (b, a); // expect: SAD0018
            first += 1;
            b[1] = a[0];
        }

        return b[0];
    }

    [Differentiable]
    public static double Helper(Span<double> x, int n) => Twice(x, x, n); // expect: SAD0021

    private static double Twice(Span<double> a, Span<double> b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[0] += b[1];
            var t = a;
            a = b;
            b = t;
        }

        return a[0];
    }

    [Differentiable]
    public static double Fresh(ReadOnlySpan<double> x, int n)
    {
        double[] a = x.ToArray(), b = new double[x.Length];
        for (int i = 0; i < n; i++)
        {
            (a, b) = (b, a);
        }

        for (int i = 0; i < n; i++)
        {
            a[0] += b[1];
            a = new double[3]; // expect: SAD0018
        }

        return a[0];
    }

    [Differentiable]
    public static double Remembered(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] old = x;
            x = Squared(x); // expect: SAD0018
            sum += old[0] * x[1];
        }

        return sum;
    }

    [Differentiable]
    public static double RememberedByAHelper(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] same = Same(x);
            x = Squared(x); // expect: SAD0018
            sum += same[0] * x[1];
        }

        return sum;
    }

    [Differentiable]
    public static double WalkedByAQuery(double[] x0)
    {
        double[] x = [.. x0];
        double sum = 0;
        foreach (var (i, element) in x.Index())
        {
            x = Squared(x); // expect: SAD0018
            sum += element * i * x[0];
        }

        return sum;
    }

    [Differentiable]
    public static double ReplacedWithinAQuery(double[] x0)
    {
        double[] x = [.. x0];
        double sum = x.Sum(element =>
        {
            x = Squared(x); // expect: SAD0018
            return element;
        });
        return sum * x[0];
    }

    [Differentiable]
    public static double ChangedLater(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] next = Squared(x);
            x = next; // expect: SAD0018
            next[0] = 5;
            sum += x[0] * x[1];
        }

        return sum;
    }

    [Differentiable]
    public static double ChangedNextTime(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        double[] next = Squared(x);
        for (int i = 0; i < n; i++)
        {
            next[0] += 1;
            x = next; // expect: SAD0018
            sum += x[0] * x[1];
        }

        return sum + x[0];
    }

    [Differentiable]
    public static double WrittenBefore(double[] x0, int n)
    {
        double[] x = x0;
        for (int i = 0; i < n; i++)
        {
            x[0] += 1; // expect: SAD0016
            x = Squared(x);
        }

        return x[0] * x[1];
    }

    [Differentiable]
    public static double OfAnother(double[] x0, int n)
    {
        double[] x = [.. x0], y = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            x = Second(x, y); // expect: SAD0018
            y[0] += 1;
            sum += x[0] * x[1];
        }

        return sum;
    }

    private static double[] Second(double[] x, double[] y) => y;

    [Differentiable]
    public static double ChangedInAnInnerLoop(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] next = Squared(x);
            for (int j = 0; j < 2; j++)
            {
                next[0] += 1;
                x = next; // expect: SAD0018
                sum += x[0] * x[1];
            }
        }

        return sum;
    }

    [Differentiable]
    public static double Shorter(double[] x0, int n)
    {
        double[] x = [.. x0];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            x = x[..^1]; // expect: SAD0018
            sum += x[0];
        }

        return sum;
    }

    private static double[] Same(double[] x) => x;

    private static double[] Squared(double[] x)
    {
        double[] squares = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = x[i] * x[i];
        }

        return squares;
    }
}

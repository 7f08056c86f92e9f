using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>What the library does with arrays and parts of them.</summary>
public static partial class ArrayCalls
{
    // check: new double[] { 1.5, -2, 0.5, 3 }, 1
    // check: new double[] { 1.5, -2, 0.5, 3 }, 3
    [Differentiable]
    public static double Copies(double[] x, int from)
    {
        var y = new double[6];
        Array.Copy(x, y, 2);
        Array.Copy(x, from, y, 2, x.Length - from);
        double first = y[0] * y[3];
        Array.Copy(y, 0, y, 1, 4);
        x.CopyTo(y, 2);
        double[] z = (double[])y.Clone();
        y[0] = 0;
        return first * z[0] + z[1] * y[2] + y[5];
    }

    // check: new double[] { 1.5, -2, 0.5, 3, 1 }, new double[] { 0.25, 2, -1 }
    [Differentiable]
    public static void Parts(Span<double> y, ReadOnlySpan<double> x)
    {
        double[] work = y.ToArray();
        Array.Fill(work, x[0] * x[1], 1, 2);
        Array.Clear(work, 3, 1);
        Span<double> middle = work.AsSpan(1..^1), tail = work.AsSpan(^2);
        middle[0] *= x[2];
        tail[0] += y[0] * middle[1];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= work[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.5, 3, 1 }
    // check: new double[] { 1.5, -2 }
    // check: new double[] { 1.5 }
    // check: new double[0]
    [Differentiable]
    public static double Reversed(double[] x)
    {
        double[] y = (double[])x.Clone();
        y.AsSpan().Reverse();
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i] * (i + 1);
        }

        if (y.Length > 2)
        {
            Array.Reverse(y, 0, 3);
            Array.Reverse(y);
            sum += y[0] * y[1] * y[0];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.5 }, new double[] { 0.25, 2 }, 0.75
    // check: new double[] { 1.5 }, new double[0], 0.75
    [Differentiable]
    public static double Spreads(ReadOnlySpan<double> x, double[] y, double s)
    {
        double[] all = [s, .. x, s * s, .. y, .. x[1..]];
        Span<double> twice = [.. all, .. all];
        twice[0] *= 2;
        double product = 1;
        foreach (double element in twice)
        {
            product *= 1 + 0.1 * element;
        }

        return product + Norm([0, .. x[..1]]) + Norm([.. y]);
    }

    private static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += element * element;
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.5 }
    [Differentiable]
    public static double InOrder(double[] x)
    {
        double[] y = [x[0], x[1]];
        double[] before = [.. y, Doubled(y)];
        double[] between = [.. y, Doubled(y), .. x];
        return before[0] * between[0] * before[2] + between[1] * between[2] * between[5];
    }

    private static double Doubled(Span<double> y)
    {
        y[0] *= 2;
        return y[0] * 3;
    }

    // check: 0.5, 4
    [Differentiable]
    public static double Structures(double x, int n)
    {
        var points = new (double X, int Kind)[n];
        for (int i = 0; i < n; i++)
        {
            points[i] = (x * i, i);
        }

        (double X, int Kind)[] more = [.. points[1..], (x, 7), .. points];
        Array.Copy(points, 1, more, 0, 2);
        Array.Reverse(more);
        var copy = ((double X, int Kind)[])more.Clone();
        Array.Clear(more, 0, 1);
        double sum = 0;
        for (int i = 0; i < copy.Length; i++)
        {
            sum += copy[i].X * copy[i].X * copy[i].Kind;
        }

        return sum * (1 + more[0].X + more[1].X);
    }

    // check: new double[,] { { 1.5, -2, 0.5 }, { 1, 2, 3 } }, 5
    [Differentiable]
    public static double OfGrids(double[,] x, int count)
    {
        var y = new double[3, 2];
        Array.Copy(x, y, count);
        Array.Copy(x, 0, y, 4, 2);
        double before = y[1, 1] * y[2, 0] * y[2, 1];
        Array.Clear(y);
        return before + y[0, 0];
    }
}

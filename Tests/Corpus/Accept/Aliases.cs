using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Aliases
{
    // check: 1.3
    [Differentiable]
    public static double MultipliedByItself(double x)
    {
        x *= x;
        x += x;
        x *= x - x * x;
        return x;
    }

    // check: 1.3, 0.4
    [Differentiable]
    public static double OldValueKept(double x, double z)
    {
        double y = x;
        x = x * z + 1;
        return y * x;
    }

    // check: 1.3, 0.4, 5
    [Differentiable]
    public static double RotatedThroughALoop(double a, double b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double old = a;
            a = b;
            b = old * b;
        }

        return a + 3 * b;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void ViewsOfOneBuffer(Span<double> y)
    {
        Span<double> head = y.Slice(0, 2);
        Span<double> tail = y.Slice(2, 2);
        for (int i = 0; i < head.Length; i++)
        {
            head[i] *= tail[i];
            tail[i] += head[i] * head[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void OverlappingViews(Span<double> y)
    {
        Span<double> left = y.Slice(0, y.Length - 1);
        Span<double> right = y.Slice(1);
        for (int i = 0; i < left.Length; i++)
        {
            right[i] = left[i] * right[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25 }
    [Differentiable]
    public static double SameBufferTwice(ReadOnlySpan<double> x) => Dot(x, x);

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.5, 3, 0.75 }
    [Differentiable]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25 }, 2
    [Differentiable]
    public static double ElementReadThenOverwritten(Span<double> y, int i)
    {
        double old = y[i];
        y[i] = y[0] * old;
        double next = y[i];
        y[0] = next + old;
        return old * next * y[0];
    }
}

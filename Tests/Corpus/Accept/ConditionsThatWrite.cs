using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops whose condition calls what writes memory.</summary>
public static partial class ConditionsThatWrite
{
    private static double Shrink(Span<double> y)
    {
        y[0] = Math.Sin(y[0]);
        return y[1];
    }

    private static double Turn(Span<double> y, ReadOnlySpan<double> a, int by)
    {
        double first = y[1];
        for (int i = 0; i < y.Length; i++)
        {
            y[(i + by) % y.Length] = y[i] * Math.Sin(a[i]) - y[i];
        }

        return first + a[0] * a[^1];
    }

    // check: [-1.375, 0.375, 0.5]
    [Differentiable(Order = 2)]
    public static double Once(Span<double> y)
    {
        int n = 0;
        while (Shrink(y) < 5 && n < 2)
        {
            n++;
        }

        return y[0] * y[1];
    }

    // check: [-1.375, 0.375, 0.5]
    [Differentiable]
    public static double Behind(Span<double> y)
    {
        int n = 0;
        while (n < 2 && Turn(y, y, 0) < 5)
        {
            n++;
        }

        return y[0] * y[1];
    }

    // check: [-1.375, 0.375, 0.5]
    [Differentiable]
    public static double WithABody(Span<double> y)
    {
        double t = 0.25;
        int n = 0;
        while (n < 2 && Turn(y, y, 0) < 5)
        {
            foreach (ref double each in y)
            {
                each -= Math.Tanh(y[n]);
            }

            t = Turn(y, y, 1);
            n++;
        }

        return t;
    }

    // check: [-1.375, 0.375, 0.5], 3
    [Differentiable]
    public static double AtTheEnd(Span<double> y, int n)
    {
        double sum = 0;
        do
        {
            sum += y[0] * y[2];
            n--;
        }
        while (Turn(y, y, 0) < 5 && n > 0);

        for (int i = 0; Shrink(y) < 5 && i < n + 2; i++)
        {
            sum += y[0] * y[i];
        }

        return sum;
    }

    private static double Power(double x, Span<double> seen, int n)
    {
        seen[0] *= x;
        return n == 0 ? 1 : x * Power(x, seen, n - 1);
    }

    // A recursive method in a condition.
    // check: [1.375, 0.375], 0.8
    [Differentiable]
    public static double Recursive(Span<double> y, double x)
    {
        int n = 0;
        while (n < 3 && Power(x, y, n) < 5)
        {
            n++;
        }

        return y[0] * y[1] * x;
    }
}

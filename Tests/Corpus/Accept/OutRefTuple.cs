using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class OutRefTuple
{
    // check: 1.5, 0.6
    [Differentiable]
    public static void Polar(double x, double y, out double radius, out double angle)
    {
        radius = Math.Sqrt(x * x + y * y);
        angle = Math.Atan2(y, x);
    }

    // check: 1.5, 0.6
    [Differentiable]
    public static (double Sum, double Product) SumAndProduct(double x, double y) => (x + y, x * y);

    // check: 1.5, 0.6
    [Differentiable]
    public static (double, double) Unnamed(double x, double y)
    {
        double a = Math.Sin(x) * y;
        return (a * a, a + x);
    }

    // check: 1.5, 0.6
    [Differentiable]
    public static (double Square, double Other) OneOutputIgnoresAnInput(double x, double y) => (x * x, y);

    // check: 1.5, 4
    [Differentiable]
    public static (double Value, int Terms) ValueAndCount(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum = sum * x + i;
        }

        return (sum, n + 1);
    }

    // check: 1.5, 0.6
    [Differentiable]
    public static void Accumulate(double x, ref double sum)
    {
        sum += x * x * sum;
    }

    // check: 1.5, 0.6, new double[] { 0.2, -1.3, 2 }
    [Differentiable]
    public static double Everything(double x, ref double state, Span<double> y, out double last)
    {
        for (int i = 0; i < y.Length; i++)
        {
            state = state * x + y[i];
            y[i] *= state;
        }

        last = y[y.Length - 1] + x;
        return state * last;
    }

    // check: 1.5, 0.6
    // check: -1.5, 0.6
    [Differentiable]
    public static void OutReadAndWrittenAgain(double x, double y, out double result)
    {
        result = x * y;
        if (x > 0)
        {
            result *= result;
        }

        result += y;
    }

    // check: 1.5, 0.6
    [Differentiable]
    public static void SwapAndScale(ref double a, ref double b)
    {
        double old = a;
        a = 2 * b;
        b = old * old;
    }

    // check: 1.5, 7
    [Differentiable]
    public static double PassiveOut(double x, int n, out int half)
    {
        half = n / 2;
        return x * x * half;
    }

    // check: new double[] { 0.2, -1.3, 2 }, new double[] { 9, 9, 9 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void TwoWrittenSpans(ReadOnlySpan<double> x, Span<double> sine, Span<double> square)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sine[i] = Math.Sin(x[i]);
            square[i] = x[i] * x[i] + sine[i];
        }
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Recurrences
{
    // check: 0.6, new double[] { 1.5, -2, 0.25, 3 }, new double[] { 7, 8, 9, 10 }
    [Differentiable]
    public static void FirstOrder(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        y[0] = x[0];
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = a * y[i - 1] + x[i];
        }
    }

    // check: 0.6, new double[] { 1.5, -2, 0.25, 3 }, new double[] { 7, 8, 9, 10 }
    [Differentiable]
    public static double NonlinearInPlace(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = Math.Sin(a * y[i - 1]) * x[i] + y[i];
        }

        return y[y.Length - 1] * y[0];
    }

    // check: 3.1, 0.3, 12
    [Differentiable]
    public static double LogisticMap(double rate, double start, int steps)
    {
        double x = start;
        for (int i = 0; i < steps; i++)
        {
            x = rate * x * (1 - x);
        }

        return x;
    }

    // check: 0.7, 1.1, 9
    [Differentiable]
    public static double Fibonacci(double first, double second, int n)
    {
        double previous = first;
        double current = second;
        for (int i = 2; i < n; i++)
        {
            double next = previous * 0.5 + current * current * 0.1;
            previous = current;
            current = next;
        }

        return current;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.3
    [Differentiable]
    public static double ExponentialSmoothing(ReadOnlySpan<double> x, double alpha)
    {
        double level = x[0];
        double error = 0;
        for (int i = 1; i < x.Length; i++)
        {
            double residual = x[i] - level;
            error += residual * residual;
            level += alpha * residual;
        }

        return error;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, new double[] { 1, 1, 1, 1 }
    [Differentiable]
    public static void CumulativeProducts(ReadOnlySpan<double> x, Span<double> y)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
            y[i] = product;
        }
    }

    // check: 0.4, 6
    [Differentiable]
    public static double Legendre(double x, int degree)
    {
        double p0 = 1;
        double p1 = x;
        for (int k = 1; k < degree; k++)
        {
            double p2 = ((2 * k + 1) * x * p1 - k * p0) / (k + 1);
            p0 = p1;
            p1 = p2;
        }

        return p1;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Loops
{
    // check: new double[] { 1.5, -2, 0.25, 3 }
    // check: new double[] { }
    [Differentiable]
    public static double SumOfSquares(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.3, 0.7, -4 }
    [Differentiable]
    public static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    // check: 1.01, 7
    // check: 1.01, 1
    // check: 1.01, 0
    // check: 1.01, -3
    [Differentiable]
    public static double PowerByLoop(double x, int n)
    {
        double result = 1;
        for (int i = 0; i < n; i++)
        {
            result *= x;
        }

        return result;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double PairwiseTriangular(ReadOnlySpan<double> x)
    {
        double energy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                double d = x[i] - x[j];
                energy += 1 / (1 + d * d);
            }
        }

        return energy;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double PrefixProducts(ReadOnlySpan<double> x)
    {
        double total = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double product = 1;
            for (int j = 0; j <= i; j++)
            {
                product *= x[j];
            }

            total += Math.Sin(product);
        }

        return total;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5 }
    [Differentiable]
    public static double Backwards(ReadOnlySpan<double> x)
    {
        double y = 0.1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            y = Math.Sin(y) + x[i] * y;
        }

        return y;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5 }
    [Differentiable]
    public static double EverySecond(ReadOnlySpan<double> x)
    {
        double y = 1;
        for (int i = 0; i < x.Length; i += 2)
        {
            y *= x[i];
        }

        return y;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 0.75 }
    [Differentiable]
    public static double TwoIndices(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            sum += x[i] * x[j] * x[j];
        }

        return sum;
    }

    // check: 0.3, 0.6, 3, 4
    [Differentiable]
    public static double NestedCarrying(double x, double y, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double z = x;
            for (int j = 0; j < m; j++)
            {
                z = Math.Cos(z) * y;
            }

            x = x * z + 0.5;
        }

        return x;
    }

    // check: new double[] { 1.5, -2, 0.25, -3, 0.5 }
    [Differentiable]
    public static double BranchInLoop(ReadOnlySpan<double> x)
    {
        double positive = 1;
        double negative = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                positive *= x[i];
            }
            else
            {
                negative += x[i] * positive;
            }
        }

        return positive * negative;
    }

    // check: 0.2, 6
    [Differentiable]
    public static double ByLoopVariable(double x, int n)
    {
        double sum = 0;
        for (int i = 1; i <= n; i++)
        {
            double sign = i % 2 == 0 ? -1 : 1;
            sum += sign * Math.Pow(x, i) / i;
        }

        return sum;
    }
}

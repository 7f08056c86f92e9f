using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class EarlyReturn
{
    // check: 1.5, 2
    // check: -1.5, 2
    // check: 12, 2
    [Differentiable]
    public static double Guarded(double x, double y)
    {
        if (x < 0)
        {
            return y * y;
        }

        double z = x * y;
        if (z > 20)
        {
            return Math.Log(z);
        }

        return z * x;
    }

    // check: new double[] { 1.5, 2, 0.25, 3 }, 2.5
    // check: new double[] { 1.5, 2, 0.25, 3 }, 100
    // check: new double[] { 1.5, 2, 0.25, 3 }, 1
    [Differentiable]
    public static double FromALoop(ReadOnlySpan<double> x, [NoDerivative] double limit)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
            if (product > limit)
            {
                return product * product;
            }
        }

        return -product;
    }

    // check: new double[] { 0.5, 0.25, 2, 0.75 }, 2
    // check: new double[] { 0.5, 0.25, 0.2, 0.75 }, 2
    [Differentiable]
    public static double FromNestedLoops(ReadOnlySpan<double> matrix, int columns)
    {
        double sum = 0;
        for (int i = 0; i < matrix.Length / columns; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double value = matrix[i * columns + j];
                if (value > 1)
                {
                    return sum * value;
                }

                sum += value * value;
            }

            sum *= 2;
        }

        return sum;
    }

    // check: 0.4, 0.5
    // check: 40, 0.5
    [Differentiable]
    public static double FromAWhileLoop(double x, double y)
    {
        int n = 0;
        while (true)
        {
            x = x * y + 0.25;
            n++;
            if (x < 1)
            {
                return x * n;
            }

            if (n > 20)
            {
                return y;
            }
        }
    }

    // check: new double[] { 1.5, -2, 0.25 }, 1.5
    // check: new double[] { 1.5, -2, 0.25 }, -1.5
    [Differentiable]
    public static void FromAProcedure(Span<double> y, double x)
    {
        y[0] *= x;
        if (x < 0)
        {
            return;
        }

        for (int i = 1; i < y.Length; i++)
        {
            y[i] += y[i - 1] * x;
            if (y[i] < -1)
            {
                return;
            }
        }

        y[0] = 0;
    }

    // check: new double[] { 1.5, 2, 0.25, 3 }
    // check: new double[] { -1.5, 2, 0.25, 3 }
    // check: new double[] { 1.5, 2, 0.25, -3 }
    [Differentiable]
    public static double BeforeTheNextLoop(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
            {
                return sum * x[i];
            }

            sum += x[i];
        }

        double product = sum;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
        }

        return product;
    }
}

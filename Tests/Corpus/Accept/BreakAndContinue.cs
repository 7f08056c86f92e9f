using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class BreakAndContinue
{
    // check: new double[] { 1.5, 2, 0.25, 3 }, 2.5
    // check: new double[] { 1.5, 2, 0.25, 3 }, 100
    [Differentiable]
    public static double StopsAtALimit(ReadOnlySpan<double> x, [NoDerivative] double limit)
    {
        double product = 1;
        int used = 0;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
            used = i;
            if (product > limit)
            {
                break;
            }

            product += 0.5;
        }

        return product * x[used];
    }

    // check: new double[] { 1.5, -2, 0.25, -3, 2 }
    [Differentiable]
    public static double SkipsNegativeElements(ReadOnlySpan<double> x)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
            {
                continue;
            }

            product = product * x[i] + Math.Sqrt(x[i]);
        }

        return product;
    }

    // check: 2.3
    [Differentiable]
    public static double NewtonWithBreak(double a)
    {
        double x = a;
        for (int i = 0; i < 60; i++)
        {
            double step = (x * x * x - a) / (3 * x * x);
            x -= step;
            if (Math.Abs(step) < 1e-15)
            {
                break;
            }
        }

        return x;
    }

    // check: new double[] { 0.5, 2, 0.25, 0.75, 0.1, 3 }, 3
    [Differentiable]
    public static double BreaksTheInnerLoop(ReadOnlySpan<double> x, int columns)
    {
        double total = 1;
        for (int row = 0; row < x.Length / columns; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = x[row * columns + column];
                if (value > 1)
                {
                    total += value * total;
                    break;
                }

                total *= 1 + value;
            }
        }

        return total;
    }

    // check: 0.3, 0.9
    [Differentiable]
    public static double WhileTrueWithBreak(double x, double y)
    {
        while (true)
        {
            x += y * x;
            if (x > 5)
            {
                break;
            }

            y *= 1.1;
        }

        return x * y;
    }
}

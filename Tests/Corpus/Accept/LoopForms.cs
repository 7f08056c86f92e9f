using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops that count in other ways than from zero to below a length, and loops that do not count.</summary>
public static partial class LoopForms
{
    // check: new double[] { 1.5, -2, 0.25, 3, 0.7 }
    [Differentiable]
    public static double Bounds(ReadOnlySpan<double> x)
    {
        double sum = 1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            sum = sum * 0.5 + x[i];
        }

        for (int i = 1; i <= 4; ++i)
        {
            sum += sum * x[i];
        }

        for (int i = x.Length; i > 0; i -= 2)
        {
            sum -= x[i - 1] * i;
        }

        for (int i = 0; x.Length > i; i += 3)
        {
            sum *= x[i];
        }

        for (long i = 0; i < x.Length; i++)
        {
            sum += x[(int)i] * sum;
        }

        return sum;
    }

    // check: 0.9, 7
    // check: 0.9, 0
    [Differentiable]
    public static double BoundThatMoves(double x, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
        {
            product *= x + i;
            if (i % 2 == 1)
            {
                n--;
            }
        }

        return product * n;
    }

    // check: 0.9, 9
    [Differentiable]
    public static double CounterChangedInTheBody(double x, int n)
    {
        double sum = 0;
        for (int i = 1; i < n; i++)
        {
            sum += Math.Pow(x, i);
            i += i / 2;
        }

        return sum;
    }

    // check: new double[] { 1.5, 2, 0.25 }
    [Differentiable]
    public static double BoundReadFromMemoryThatIsWritten(Span<double> y)
    {
        int[] limits = new int[2];
        limits[0] = 5;
        double sum = 0;
        for (int i = 0; i < limits[0]; i++)
        {
            limits[0] -= 1;
            sum += y[i] * y[i];
            y[i] = sum;
        }

        return sum;
    }

    // check: 0.9, 3
    // check: 0.9, 0
    [Differentiable]
    public static double DoLoop(double x, int n)
    {
        double y = 1;
        do
        {
            y *= x;
            if (y < 0.8)
            {
                n -= 2;
                continue;
            }

            y += 0.125;
        }
        while (n-- > 0);
        return y * n;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.3
    [Differentiable]
    public static double OverElements(ReadOnlySpan<double> x, double y)
    {
        double sum = 0;
        foreach (double element in x)
        {
            if (element < 0)
            {
                continue;
            }

            sum += element * y;
        }

        double[] weights = [1, y, y * y];
        foreach (var weight in weights)
        {
            if (weight < 0.2)
            {
                break;
            }

            sum *= 1 + weight;
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.7, -0.1 }, 3
    // check: new double[] { 1.5, 2, 0.25, 3, 0.7, 0.1 }, 3
    [Differentiable]
    public static double LeavesInManyWays(ReadOnlySpan<double> x, int columns)
    {
        double total = 1;
        int row = 0;
        for (; ; row++)
        {
            if (row * columns >= x.Length)
            {
                break;
            }

            for (int column = 0; column < columns; column++)
            {
                double value = x[row * columns + column];
                if (value < 0)
                {
                    if (row == 1)
                    {
                        return total * value;
                    }

                    total -= value;
                    if (column == 1)
                    {
                        continue;
                    }

                    break;
                }

                if (value > 2.5)
                {
                    total *= value;
                    break;
                }

                total += value * total;
            }

            total *= 1.5;
        }

        return total + row;
    }

    // check: 0.45
    [Differentiable]
    public static double AssignedOnlyInside(double x)
    {
        double y, z;
        while (true)
        {
            y = x * x;
            z = y + 1;
            x += 0.3;
            if (x > 1)
            {
                break;
            }
        }

        return y * z;
    }

    // There is no sign of NaN, and nobody asks for it where the outer loop does not run.
    // check: new double[] { 0.5, 2 }, 1.5
    // check: new double[0], double.NaN
    [Differentiable]
    public static double BoundByASign(ReadOnlySpan<double> x, [NoDerivative] double direction)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double y = x[i];
            for (int j = 0; j < Math.Sign(direction) + 2; j++)
            {
                y = Math.Sin(y) * y;
            }

            sum += y;
        }

        return sum;
    }
}

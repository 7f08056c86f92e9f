using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Calls
{
    // check: 1.3
    [Differentiable]
    public static double Square(double x) => x * x;

    // check: 1.3, 0.4
    [Differentiable]
    public static double SquareOfSum(double x, double y) => Square(x + y) - Square(Square(x) * y);

    // check: new double[] { 0.2, -1.3, 2 }, 0.7
    [Differentiable]
    public static double InALoop(ReadOnlySpan<double> x, double scale)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Kernel(x[i], scale) * sum + Kernel(scale, x[i]);
        }

        return sum;
    }

    // check: 0.3, 0.8
    [Differentiable]
    internal static double Kernel(double x, double scale)
    {
        double r = x / (1 + scale * scale);
        return Math.Exp(-r * r);
    }

    // check: 0.7, new double[] { 1, 2, 3 }
    [Differentiable]
    public static void Scale(double factor, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= factor;
        }
    }

    // check: 0.8, new double[] { 0.2, -1.3, 2 }
    [Differentiable]
    public static double ProcedureTwice(double factor, Span<double> y)
    {
        Scale(factor, y);
        Scale(factor * factor, y);
        return Norm(y);
    }

    // check: new double[] { 0.2, -1.3, 2 }
    [Differentiable]
    public static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return Math.Sqrt(sum);
    }

    // check: new double[] { 0.2, -1.3, 2, 0.5, 1.1, -0.7 }, 2
    [Differentiable]
    public static double NormsOfSlices(ReadOnlySpan<double> x, int columns)
    {
        double product = 1;
        for (int row = 0; row < x.Length / columns; row++)
        {
            product *= Norm(x.Slice(row * columns, columns));
        }

        return product;
    }

    // check: 1.3, 0.4
    [Differentiable]
    public static double ThroughOut(double x, double y)
    {
        Rotate(x, y, out double u, out double v);
        Rotate(u, x, out u, out double w);
        return u * v + w;
    }

    // check: 1.3, 0.4
    [Differentiable]
    public static void Rotate(double x, double y, out double u, out double v)
    {
        u = Math.Cos(y) * x;
        v = Math.Sin(x) * y;
    }

    // check: 1.3, 0.4, 4
    [Differentiable]
    public static double ThroughRef(double x, double state, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Step(x, ref state);
        }

        return state * x;
    }

    // check: 1.3, 0.4
    [Differentiable]
    public static void Step(double x, ref double state) => state += 0.1 * Math.Sin(x * state);

    // check: 1.3, 0.4
    [Differentiable]
    public static double ThroughTuple(double x, double y)
    {
        var (sum, difference) = SumAndDifference(x, y * y);
        return sum * difference;
    }

    // check: 1.3, 0.4
    [Differentiable]
    public static (double Sum, double Difference) SumAndDifference(double x, double y) => (x + y, x - y);

    // check: 1.3, 0.4
    // check: -1.3, 0.4
    [Differentiable]
    public static double CalledInOneBranch(double x, double y)
    {
        double z = x > 0 ? Square(y) : Kernel(x, y);
        if (z > 0.5)
        {
            z *= Square(x);
        }

        return z;
    }

    // check: new double[] { 0.2, -1.3, 2 }
    [Differentiable]
    public static double CalleeReturnsEarly(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * PositivePart(x[i] * 1.5);
        }

        return sum;
    }

    [Differentiable]
    private static double PositivePart(double x)
    {
        if (x < 0)
        {
            return 0;
        }

        return x * x;
    }

    // check: new double[] { 0.2, -1.3, 2 }, new double[] { 1.2, 0.3, -2 }
    [Differentiable]
    public static double BufferFilledByACallee(ReadOnlySpan<double> x, double[] weights)
    {
        Span<double> weighed = stackalloc double[x.Length];
        Span<double> again = stackalloc double[x.Length];
        Weigh(x, weights, weighed);
        Weigh(weighed, weights, again);
        return Norm(weighed) * again[0];
    }

    // check: new double[] { 0.2, -1.3, 2 }, new double[] { 1.2, 0.3, -2 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void Weigh(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * weights[i] * weights[i];
        }
    }
}

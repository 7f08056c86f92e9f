using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Expressions whose parts have effects on one another: C# evaluates them from left to right.</summary>
public static partial class EvaluationOrder
{
    // check: 1.5, 0.7
    [Differentiable]
    public static double AssignedWithin(double x, double y)
    {
        double a = x + (x = y * y) * x;
        double b;
        double c = (b = a * x) + b * (a = 2);
        return a * b + c;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double StepsInsideIndices(ReadOnlySpan<double> x)
    {
        int i = 0;
        double first = x[i++] * x[i++];
        double second = x[i] - x[--i];
        i += i;
        return first * second + x[i++] * i;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.5
    [Differentiable]
    public static void ElementReadBeforeItsAddendIsComputed(Span<double> y, double x)
    {
        y[0] += y[0] = x * 2;
        y[1] += Overwritten(y, x);
        y[2] -= Overwritten(y.Slice(1), x);
        y[3] *= y[0] = y[1] * x;
    }

    private static double Overwritten(Span<double> y, double x)
    {
        y[0] = x;
        y[1] *= x;
        return x * y[1];
    }

    // check: new double[] { 1.5, -2, 0.25 }, 1
    // check: new double[] { 1.5, -2, 0.25 }, 3
    // check: new double[] { 1.5, -2, 0.25 }, -1
    [Differentiable]
    public static double LazyConditions(ReadOnlySpan<double> x, int i)
    {
        double result = x[0];
        int looked = 0;
        if (i >= 0 && i < x.Length && x[i] < 0 && looked++ == 0)
        {
            result *= x[i];
        }

        if (i < 0 || i >= x.Length || ++looked > 1)
        {
            result += result * x[1];
        }

        return result * (looked + 1);
    }

    // check: new double[] { 1.5, -2, 0.25 }, 0.5
    [Differentiable]
    public static double Swapped(Span<double> y, double x)
    {
        (y[0], y[2]) = (y[2] * x, y[0]);
        (x, y[1]) = (y[1], x);
        var (a, b) = (x * y[0], y[1] + y[2]);
        (a, _) = (b, a);
        return a * x + b;
    }

    // check: 1.5, 0.7
    [Differentiable]
    public static double ReferencesSeeLaterArguments(double x, double y)
    {
        Scale(ref x, x = y * 3, out double product);
        Scale(second: x * y, factor: ref y, product: out var other);
        return x * product + y * other;
    }

    private static void Scale(ref double factor, double second, out double product)
    {
        product = factor * second;
        factor += 1;
        product *= factor;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

// Third derivatives by chains of derivatives, in several nestings of forward and reverse.
public static partial class NestedOrders
{
    [Differentiable]
    private static double Exponential(double x, double a) => Math.Exp(a * x);

    [Differentiable]
    private static double Sine(double x) => Math.Sin(x);

    [Differentiable]
    private static double Power(double x, int n)
    {
        double power = 1;
        for (int i = 0; i < n; i++)
        {
            power *= x;
        }

        return power;
    }

    // Counts down, so that how often it runs is known at its end only.
    [Differentiable]
    private static double PowerByWhile(double x, int n)
    {
        double power = 1;
        while (n-- > 0)
        {
            power *= x;
        }

        return power;
    }

    [Differentiable]
    private static double ExponentialR(double x, double a) => ExponentialGradient(x, a).dx;

    [Differentiable]
    private static double ExponentialRr(double x, double a) => ExponentialRGradient(x, a).dx;

    // check: 0.3, -1.2
    [Differentiable]
    public static double ExponentialRrr(double x, double a) => ExponentialRrGradient(x, a).dx;

    [Differentiable]
    private static double SineF(double x)
    {
        SineJvp(x, 1, out double dot);
        return dot;
    }

    [Differentiable]
    private static double SineFr(double x) => SineFGradient(x);

    // check: 0.8
    [Differentiable]
    public static double SineFrf(double x)
    {
        SineFrJvp(x, 1, out double dot);
        return dot;
    }

    [Differentiable]
    private static double PowerR(double x, int n) => PowerGradient(x, n);

    [Differentiable]
    private static double PowerRf(double x, int n)
    {
        PowerRJvp(x, n, 1, out double dot);
        return dot;
    }

    // check: 1.3, 5
    [Differentiable]
    public static double PowerRfr(double x, int n) => PowerRfGradient(x, n);

    [Differentiable]
    private static double WhileF(double x, int n)
    {
        PowerByWhileJvp(x, n, 1, out double dot);
        return dot;
    }

    [Differentiable]
    private static double WhileFr(double x, int n) => WhileFGradient(x, n);

    // check: 1.3, 5
    [Differentiable]
    public static double WhileFrr(double x, int n) => WhileFrGradient(x, n);

    [Differentiable]
    private static double WhileR(double x, int n) => PowerByWhileGradient(x, n);

    [Differentiable]
    private static double WhileRr(double x, int n)
    {
        WhileRVjp(x, n, 1, out double dx);
        return dx;
    }

    // check: 1.3, 5
    [Differentiable]
    public static double WhileRrf(double x, int n)
    {
        WhileRrJvp(x, n, 1, out double dot);
        return dot;
    }

    // Perturbation confusion: each derivative is by the variable it names.
    [Differentiable]
    private static double Sum(double x, double y) => x + y;

    // d/dx (x · d/dy (x + y)) = 1
    // check: 1.5, 2.5
    [Differentiable]
    public static double ByForward(double x, double y)
    {
        SumJvp(x, y, 0, 1, out double byY);
        return x * byY;
    }

    // check: 1.5, 2.5
    [Differentiable]
    public static double ByReverse(double x, double y) => x * SumGradient(x, y).dy;

    [Differentiable]
    private static double Product(double x, double y) => x * Math.Sin(x * y);

    // d/dx (x · d/dy (x sin(x y))), where the inner derivative depends on x by its other argument too.
    [Differentiable]
    private static double Inner(double x, double y) => x * ProductGradient(x, y).dy;

    // check: 0.7, 1.1
    [Differentiable]
    public static double ConfusionRr(double x, double y) => InnerGradient(x, y).dx;

    // check: 0.7, 1.1
    [Differentiable]
    public static double ConfusionFr(double x, double y)
    {
        InnerJvp(x, y, 1, 0, out double byX);
        return byX;
    }

    [Differentiable]
    private static double InnerF(double x, double y)
    {
        ProductJvp(x, y, 0, 1, out double byY);
        return x * byY;
    }

    // check: 0.7, 1.1
    [Differentiable]
    public static double ConfusionRf(double x, double y) => InnerFGradient(x, y).dx;

    // check: 0.7, 1.1
    [Differentiable]
    public static double ConfusionFf(double x, double y)
    {
        InnerFJvp(x, y, 1, 0, out double byX);
        return byX;
    }

    // The same variable at both depths: d/dx (x · d/dx (x · sin(x · x))) at one point.
    // check: 0.7
    [Differentiable]
    public static double OfTheSame(double x)
    {
        (double dx, double dy) = ProductGradient(x, x);
        return x * (dx + dy);
    }
}

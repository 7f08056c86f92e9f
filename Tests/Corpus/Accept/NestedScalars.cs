using System;

namespace StaticAd.Corpus;

/// <summary>Derivatives inside differentiated code, of functions of scalars.</summary>
public static partial class NestedScalars
{
    [Differentiable]
    private static double Quartic(double x) => x * x * x * x;

    // check: 1.3
    // check: -0.4
    [Differentiable]
    public static double SlopeOfQuartic(double x) => QuarticGradient(x);

    [Differentiable]
    private static double CurvatureOfQuartic(double x) => SlopeOfQuarticGradient(x);

    // 12 x², and its own derivatives 24 x and 24.
    // check: 1.3
    // check: -0.4
    [Differentiable]
    public static double ThirdOfQuartic(double x) => CurvatureOfQuarticGradient(x);

    [Differentiable]
    private static double Wave(double x, double y) => Math.Exp(x * y) * Math.Sin(x);

    // Reverse over reverse, where forward gives the tangent of this method's own results.
    // check: 0.7, -1.2
    [Differentiable]
    public static double SumOfPartials(double x, double y)
    {
        (double dx, double dy) = WaveGradient(x, y);
        return dx * dx + Math.Sin(dy);
    }

    // check: 0.7, -1.2
    [Differentiable]
    public static double ValueTimesPartial(double x, double y)
    {
        double value = WaveValueAndGradient(x, y, out var dx, out _);
        return value * dx;
    }

    // check: 0.7, -1.2, 0.5, 2
    [Differentiable]
    public static double Directional(double x, double y, double along, double across)
    {
        WaveJvp(x, y, along, across, out double slope);
        return slope * slope;
    }

    // check: 0.7, -1.2, 0.5
    [Differentiable]
    public static double Pullback(double x, double y, double seed)
    {
        double value = WaveVjp(x, y, seed, out double dx, out double dy);
        return value + dx * dy;
    }

    [Differentiable]
    private static double Inner(double x, double y) => x + y;

    // The derivative of x · (d/dy (x + y)) is that of x · 1: the inner y must not be taken for the outer x.
    // check: 1.5, 2.5
    [Differentiable]
    public static double Confusion(double x, double y)
    {
        InnerJvp(x, y, 0, 1, out double byY);
        return x * byY;
    }

    [Differentiable]
    private static double Scaled(double y, [NoDerivative] double x) => x * y;

    // d/dx (x · d/dy (x y)) = d/dx x² at y = x.
    // check: 1.5
    [Differentiable]
    public static double ConfusionOfReverse(double x) => x * ScaledGradient(x, x);

    [Differentiable]
    private static double Kinked(double x, double y) => x > y ? x * x * y : Math.Abs(y) * x;

    // check: 1.5, 0.5
    // check: 0.5, 1.5
    // check: 0.5, -1.5
    [Differentiable]
    public static double SlopeAcrossBranches(double x, double y)
    {
        var (dx, dy) = KinkedGradient(x, y);
        return dx > 0 ? dx * dy : dy;
    }

    private static double Helper(double x) => QuarticGradient(x) / 4;

    // check: 0.8
    [Differentiable]
    public static double ThroughHelper(double x) => Math.Sqrt(Helper(x));

    [Differentiable(Name = "Bell")]
    private static double NormalDensity(double x) => Math.Exp(-0.5 * x * x);

    // check: 0.8
    [Differentiable]
    public static double SlopeByAnotherName(double x) => NestedScalars.BellGradient(x) * x;

    // check: 0.8, 3
    [Differentiable]
    public static double InsideARecursion(double x, int n) => n == 0 ? x : CubeOfAnyGradient(x) * InsideARecursion(x * 0.9, n - 1);

    // check: 1.3
    [Differentiable]
    public static double CubeOfAny(double x) => x * x * x;
}

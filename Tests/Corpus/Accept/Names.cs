using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Names that could collide with what is generated.</summary>
public static partial class Names
{
    // check: 1.5, 0.4
    [Differentiable]
    public static double GradientNameTaken(double x, double dx) => x * x * dx;

    // check: 1.5, 0.4, 2.5
    [Differentiable]
    public static double SuffixesTaken(double result, double resultBar, double resultDot) => result * resultBar - resultDot * result;

    // check: 1.5, 0.4
    [Differentiable]
    public static double TapeTaken(double tape, double arena)
    {
        double saved = tape * arena;
        double recording = saved * saved;
        return recording + tape;
    }

    // check: 1.5, 0.4
    [Differentiable(Batch = true)]
    public static double ValueTaken(double value, double lane) => value * value * lane;

    // check: 1.5, 0.4
    [Differentiable]
    public static double Keywords(double @in, double @double)
    {
        double @return = @in * @double;
        return @return * @return;
    }

    // check: 1.5, new double[] { 1, 2 }
    [Differentiable]
    public static double LongNames(double alpha, ReadOnlySpan<double> x1)
    {
        double dAlpha = alpha * x1[0];
        double dX1 = alpha * x1[1];
        return dAlpha * dX1;
    }

    // check: 1.5
    [Differentiable(Name = "Renamed")]
    public static double Original(double x) => x * x;

    public static int OriginalVjp => 3;

    // check: 1.5
    [Differentiable]
    public static double Overloaded(double x) => x * x;

    // check: 1.5, 2
    [Differentiable]
    public static double Overloaded(double x, int n) => Overloaded(x) * n;

    // check: new double[] { 1, 2 }
    [Differentiable]
    public static double Overloaded(ReadOnlySpan<double> x) => Overloaded(x[0]) * x[1];

    // check: 1.5, 0.4
    [Differentiable]
    public static double LocalsNamedLikeGenerated(double x, double y)
    {
        double xBar = x * y;
        double yDot = xBar * xBar;
        double dy = yDot - y;
        double xBar_ = dy * dy;
        return xBar_ * x;
    }

    // check: 1.5, 0.4
    [Differentiable]
    public static double MathIsShadowed(double x, double Math) => System.Math.Sin(x * Math);
}

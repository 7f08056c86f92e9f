using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Names that a lane kernel uses itself.</summary>
public static partial class BatchNames
{
    // check: 1.4, 0.3
    [Differentiable(Batch = true)]
    public static double TypeParameters(double T, double TMask)
    {
        double lanes = T * TMask;
        return T > TMask ? lanes : -lanes;
    }

    // check: 1.4, 0.3, 2
    [Differentiable(Batch = true)]
    public static double Counters(double i, double index, int done)
    {
        double @is = i * index;
        return @is * done;
    }

    // check: 1.4, 0.3
    [Differentiable(Batch = true)]
    public static double Plurals(double x, double xs)
    {
        double value = x * xs;
        double values = value * value;
        return values + value;
    }

    // check: 1.4, 0.3
    [Differentiable(Batch = true)]
    public static double Keywords(double @in, double thi) => @in * thi > 0 ? @in : thi;

    // check: 1.4, 0.3
    [Differentiable(Batch = true)]
    public static double Runtime(double Double4, double Vector512)
    {
        double Require = Double4 * Vector512;
        return Require * Require;
    }

    // check: 1.4
    [Differentiable(Batch = true)]
    public static double Overload(double x) => x * x * x;

    // check: 1.4, 2
    [Differentiable(Batch = true)]
    public static double Overload(double x, int n) => n * x * x;

    /// <summary>Hides what the kernel's file refers to.</summary>
    private sealed class Double8;

    private sealed class ILane;
}


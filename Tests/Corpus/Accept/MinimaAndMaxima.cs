using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class MinimaAndMaxima
{
    // check: 1.7
    // check: -0.4
    // check: 0 // kink 0
    [Differentiable(Batch = true)]
    public static double AbsoluteValue(double x) => Math.Abs(x);

    // check: 1.7, -0.4
    // check: -2, 0.9
    // check: 2, 2 // kink 0.5, 0.5
    [Differentiable(Batch = true)]
    public static double Larger(double x, double y) => Math.Max(x, y);

    // check: 1.7, -0.4
    // check: -2, 0.9
    // check: 2, 2 // kink 0.5, 0.5
    [Differentiable(Batch = true)]
    public static double Smaller(double x, double y) => Math.Min(x, y);

    // check: 0.5, -1, 1
    // check: 2.5, -1, 1
    // check: -2.5, -1, 1
    [Differentiable(Batch = true)]
    public static double Clamped(double x, [NoDerivative] double low, [NoDerivative] double high) => Math.Clamp(x, low, high) * x;

    // check: 1.7, -0.4
    // check: 1.7, 0.4
    [Differentiable(Batch = true)]
    public static double WithSignOf(double x, [NoDerivative] double y) => Math.CopySign(x, y) * x;

    // check: 1.7, -2.4
    // check: 3.1, 0.4
    [Differentiable(Batch = true)]
    public static double LargerMagnitude(double x, double y) => Math.MaxMagnitude(x, y) * Math.MinMagnitude(x, y) + Math.MaxMagnitude(x, 1);

    // check: new double[] { 3, -1, 7.5, 2 }
    // check: new double[] { 9, -1, 7.5, 2 }
    [Differentiable]
    public static double LargestElement(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            largest = Math.Max(largest, x[i]);
        }

        return largest * largest;
    }
}

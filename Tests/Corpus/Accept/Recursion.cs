using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Recursion
{
    // check: 1.3, 5
    // check: 1.3, 0
    [Differentiable]
    public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    // check: 0.7, 0.2, 4
    [Differentiable]
    public static double Branching(double x, double y, int depth)
    {
        if (depth == 0)
        {
            return x * y;
        }

        return Math.Sin(Branching(x * 0.9, y, depth - 1)) + Branching(y, x, depth - 1) * x;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.7 }
    [Differentiable]
    public static double PairwiseProductSum(ReadOnlySpan<double> x)
    {
        if (x.Length == 1)
        {
            return x[0];
        }

        int half = x.Length / 2;
        double left = PairwiseProductSum(x.Slice(0, half));
        double right = PairwiseProductSum(x.Slice(half));
        return left * right + left;
    }
}

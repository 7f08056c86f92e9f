using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Recursion
{
    [Differentiable]
    public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1); // expect: SAD0022

    [Differentiable]
    public static double Branching(double x, double y, int depth)
    {
        if (depth == 0)
        {
            return x * y;
        }

        return Math.Sin(Branching(x * 0.9, y, depth - 1)) + Branching(y, x, depth - 1) * x; // expect: SAD0022
    }

    [Differentiable]
    public static double PairwiseProductSum(ReadOnlySpan<double> x)
    {
        if (x.Length == 1)
        {
            return x[0];
        }

        int half = x.Length / 2;
        double left = PairwiseProductSum(x.Slice(0, half)); // expect: SAD0022
        double right = PairwiseProductSum(x.Slice(half)); // expect: SAD0022
        return left * right + left;
    }
}

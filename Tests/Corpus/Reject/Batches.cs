using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Batches
{
    [Differentiable(Batch = true)]
    public static double OfABuffer(ReadOnlySpan<double> x) // expect: SAD0009
        => x[0] * x[0];

    [Differentiable(Batch = true)]
    public static void WithoutAScalarResult(double x, out double y) // expect: SAD0009
        => y = x * x;

    [Differentiable(Batch = true)]
    public static double MixedPrecision(float x, double y) // expect: SAD0009
        => x * y;

    [Differentiable(Batch = true)]
    public static double WithALoop(double x, int n)
    {
        double y = 1;
        for (int i = 0; i < n; i++) // expect: SAD0009
        {
            y *= x;
        }

        return y;
    }

    [Differentiable(Batch = true)]
    public static double IntegerPerElement(double x) // expect: error
    {
        int whole = (int)x;
        return whole * x;
    }

    [Differentiable(Batch = true)]
    public static double CallsARule(double x) => Ruled(x) * x; // expect: error

    public static double Ruled(double x) => x * x;

    [DerivativeOf(typeof(Batches), nameof(Ruled), Mode = DerivativeMode.Vjp)]
    public static double RuledVjp(double x, double resultBar, out double dx)
    {
        dx = 2 * x * resultBar;
        return Ruled(x);
    }
}

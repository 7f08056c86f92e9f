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
    public static double IntegerPerElement(double x) // expect: SAD0009
    {
        int whole = (int)x;
        return whole * x;
    }

    [Differentiable(Batch = true)]
    public static double IntegerThatMayOverflow(double x, int n) // expect: SAD0009
    {
        int next = x > 0 ? n : -n;
        next++;
        return next * x;
    }

    [Differentiable(Batch = true)]
    public static double ProductThatMayOverflow(double x, int n) // expect: SAD0009
    {
        int factor = x > 0 ? n : 2;
        return factor * n * x;
    }

    [Differentiable(Batch = true)]
    public static float IntegerThatSinglePrecisionRounds(float x, int n) // expect: SAD0009
    {
        int next = x > 0 ? n + 1 : n - 1;
        return next * x;
    }

    [Differentiable(Batch = true)]
    public static double LongThatDoublePrecisionRounds(double x, long n) // expect: SAD0009
    {
        long next = x > 0 ? n + 1 : n - 1;
        return next * x;
    }

    [Differentiable(Batch = true)]
    public static double CallsARule(double x) => Ruled(x) * x; // expect: SAD0009

    public static double Ruled(double x) => x * x;

    [DerivativeOf(typeof(Batches), nameof(Ruled), Mode = DerivativeMode.Vjp)]
    public static double RuledVjp(double x, double resultBar, out double dx)
    {
        dx = 2 * x * resultBar;
        return Ruled(x);
    }

    [Differentiable(Batch = true)]
    public static double Checked(double x) => x > 0 ? Math.Log(x) : throw new ArgumentException("negative", nameof(x)); // expect: SAD0009

    [Differentiable(Batch = true)]
    public static double PowerOfTwo(double x, [NoDerivative] double a) // expect: SAD0009
        => double.IsPow2(a) ? x : x * x;

    // No float holds 16777217, which one of the arms may give.
    [Differentiable(Batch = true)]
    public static float IntegerOfAnArmIsTooLarge(float x, int n) // expect: SAD0009
    {
        int k = x > 0 ? 3 : n;
        return x * (k - 16777216);
    }
}

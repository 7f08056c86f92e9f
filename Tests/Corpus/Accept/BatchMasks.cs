using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>The branch that a lane does not take may be outside its domain: nothing of it may reach the gradient.</summary>
public static partial class BatchMasks
{
    // check: 1.7
    // check: -1.7
    // check: 0 // kink 0
    [Differentiable(Batch = true)]
    public static double LogarithmOfPositive(double x) => x > 0 ? Math.Log(x) : 0;

    // check: 1.7
    // check: -1.7
    [Differentiable(Batch = true)]
    public static double RootOfPositive(double x) => x > 0 ? Math.Sqrt(x) : x;

    // check: 1.7, 0.4
    // check: 1.7, 0 // kink 0, 0
    [Differentiable(Batch = true)]
    public static double QuotientOrZero(double x, double y) => y == 0 ? 0 : x / y;

    // check: 0.4, 1.5
    // check: 1.5, 2.5
    // check: -1.5, 0.5
    [Differentiable(Batch = true)]
    public static double GuardedByIf(double x, double y)
    {
        double z = y;
        if (x > -1 && x < 1)
        {
            z = Math.Asin(x) * y + Math.Pow(1 - x, 0.3);
        }

        return z * y;
    }

    // check: 3
    // check: 800
    // check: -800
    [Differentiable(Batch = true)]
    public static double StableSoftplus(double x) => x > 30 ? x : x < -30 ? Math.Exp(x) : Math.Log(1 + Math.Exp(x));

    // check: 2.5
    // check: 0.5
    // check: 1e-3
    [Differentiable(Batch = true)]
    public static double SeriesNearZero(double x)
    {
        if (Math.Abs(x) < 1e-2)
        {
            return 1 - x * x / 6;
        }

        return Math.Sin(x) / x;
    }

    // check: 1.7, -1
    // check: -1.7, -1
    [Differentiable(Batch = true)]
    public static double OverflowBehindAMask(double x, double y)
    {
        double z = x > 0.1 ? y * x : y * Math.Exp(1000 * x);
        if (x < -0.1)
        {
            z += Math.Exp(-0.5 * x) * y;
        }

        return z * y;
    }

    // check: 1.4, 1.5
    // check: 1.4, 0.5
    // check: -1.4, 0.5
    // check: -1.4, -1.5
    [Differentiable(Batch = true)]
    public static double EitherTruth(double x, double y)
    {
        bool isOutside = x > 0 ? y > 1 : y < -1;
        return isOutside ? x * y * y : x * x + y;
    }
}

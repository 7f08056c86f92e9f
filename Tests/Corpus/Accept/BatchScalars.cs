using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class BatchScalars
{
    // check: 0.3, 1.2, -0.5
    // check: -0.8, 0.7, 2.5
    [Differentiable(Batch = true)]
    public static double Smooth(double x, double y, double z)
        => Math.Exp(x * y) * Math.Sin(z) + Math.Log(1 + x * x) / Math.Sqrt(y) - Math.Tanh(z * x);

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    [Differentiable(Batch = true)]
    public static double Conditional(double x, double y) => x > y ? x * x * y : Math.Sin(x) - y;

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    // check: -1.4, -0.3
    // check: 1.4, -0.3
    [Differentiable(Batch = true)]
    public static double IfElse(double x, double y)
    {
        double z;
        if (x > 0)
        {
            z = x * y;
            if (y > 0)
            {
                z += Math.Exp(-y);
            }
        }
        else
        {
            z = y - x;
        }

        return z * z * x;
    }

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    [Differentiable(Batch = true)]
    public static double AssignedInOneBranch(double x, double y)
    {
        double scale = 1;
        if (x < y)
        {
            scale = x * x;
            y *= scale;
        }

        return scale * y + x;
    }

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    [Differentiable(Batch = true)]
    public static double EarlyReturn(double x, double y)
    {
        if (x < 0)
        {
            return y * y;
        }

        double z = x * y;
        return Math.Sqrt(x) * z;
    }

    // check: 1.4, 0.3, 3, true
    // check: -1.4, 0.3, 3, true
    // check: -1.4, 0.3, 2, false
    [Differentiable(Batch = true)]
    public static double SharedByTheBatch(double x, [NoDerivative] double weight, int n, bool square)
    {
        double y = square ? x * x : x;
        return (n * y + weight * x) / (n + 1);
    }

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    // check: 0.2, -0.3
    [Differentiable(Batch = true)]
    public static double CompoundConditions(double x, double y)
    {
        bool inside = x > 0 && y > 0 || x * y > 0.5;
        double z = inside ? x * y : x - y;
        return !inside && x < -1 ? z * z : z + Math.Max(x, y);
    }

    // check: 0.7, 1.1
    [Differentiable(Batch = true)]
    public static double CallsAnother(double x, double y) => Smooth(x, y, x * y) + Conditional(y, x);
}

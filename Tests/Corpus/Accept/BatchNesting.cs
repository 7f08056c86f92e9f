using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Branches inside branches, where neighbouring elements part ways.</summary>
public static partial class BatchNesting
{
    // check: 1.4, 0.3
    // check: -1.4, 0.3
    // check: 1.4, -0.3
    // check: -1.4, -0.3
    // check: 0.1, 0.1 // kink
    [Differentiable(Batch = true)]
    public static double ThreeDeep(double x, double y)
    {
        double z = 1;
        if (x > 0)
        {
            z = Math.Exp(-x);
            if (y > 0)
            {
                z *= Math.Log(y) + x;
                if (x > y)
                {
                    z += Math.Sqrt(x - y);
                }
            }
            else
            {
                z -= y * y;
            }
        }
        else if (y > 0)
        {
            z = y * x;
        }

        return z * x + y;
    }

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    // check: 0.5, -0.3
    [Differentiable(Batch = true)]
    public static double EarlyReturns(double x, double y)
    {
        if (x > 1)
        {
            if (y > 0)
            {
                return Math.Log(x) * y;
            }

            x *= 2;
        }

        if (x < 0)
        {
            return x * y;
        }

        double z = Math.Sin(x);
        return y < 0 ? z : z * Math.Sqrt(y);
    }

    // check: 4.0, 0.3
    // check: 0, 0.3 // kink 0, 0
    // check: -4.0, 0.3
    [Differentiable(Batch = true)]
    public static double RootAtZeroSwitchedOff(double x, double y)
    {
        double root = 0;
        if (x > 1)
        {
            root = Math.Sqrt(x) / x;
        }

        return root * y * x;
    }

    // check: 1.4, 0.3
    // check: -1.4, 0.3
    // check: 0.9, -0.3
    [Differentiable(Batch = true)]
    public static double BothArmsCostly(double x, double y)
    {
        double a, b;
        if (x * y > 0.1)
        {
            a = Math.Exp(x);
            b = Math.Log(x * x);
        }
        else
        {
            a = Math.Sin(x);
            b = Math.Tanh(y);
        }

        return a * b + (x * y > 0.1 ? a : b);
    }

    // check: 1.4, 0.3, true
    // check: -1.4, 0.3, true
    // check: -1.4, 0.3, false
    [Differentiable(Batch = true)]
    public static double SharedInsideVarying(double x, double y, bool flag)
    {
        double z = x;
        if (x > 0)
        {
            if (flag)
            {
                z = Math.Exp(y);
            }
            else
            {
                z = y;
            }
        }

        if (flag)
        {
            z = z > 1 ? z * z : Math.Log(1 + z * z);
        }

        return z * y;
    }

    // check: 1.4, 0.3
    // check: 0, 0.3 // kink 0, 0
    // check: -1.4, 0.3
    [Differentiable(Batch = true)]
    public static double ShortCircuit(double x, double y) => x > 0 && Math.Log(x) < 0.5 || x < 0 && y / x < 1 ? x * y : 0;
}

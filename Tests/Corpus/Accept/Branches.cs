using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Branches
{
    // check: 1.4
    // check: -1.4
    [Differentiable]
    public static double LeakyRamp(double x)
    {
        if (x > 0)
        {
            return x;
        }
        else
        {
            return 0.01 * x;
        }
    }

    // check: 0.3, 1
    // check: 2.5, 1
    // check: -2.5, 1.5
    [Differentiable]
    public static double Huber(double residual, double delta)
    {
        double size = Math.Abs(residual);
        return size <= delta ? 0.5 * residual * residual : delta * (size - 0.5 * delta);
    }

    // check: 1.2, 0.7
    // check: -1.2, 0.7
    [Differentiable]
    public static double AssignedInOneBranch(double x, double y)
    {
        double z = x * y;
        if (x > 0)
        {
            z = z * z + y;
        }

        return z * x;
    }

    // check: 1.2, 0.7
    // check: -1.2, 0.7
    // check: -1.2, -0.7
    [Differentiable]
    public static double Quadrants(double x, double y)
    {
        double result;
        if (x > 0 && y > 0)
        {
            result = x * y;
        }
        else if (x < 0 || y > 1)
        {
            if (y < 0)
            {
                result = x * x * y;
            }
            else
            {
                result = Math.Sin(x) - y;
            }
        }
        else
        {
            result = 0;
        }

        return result + x;
    }

    // check: 1.3, true, 2
    // check: 1.3, false, 2
    // check: 1.3, false, 5
    [Differentiable]
    public static double ByPassiveFlags(double x, bool square, int mode)
    {
        double y = square ? x * x : x;
        if (!square && mode > 3)
        {
            y *= Math.Sin(x);
        }

        return mode == 2 ? y + x : y;
    }

    // check: 0.4
    // check: 1.4
    // check: 2.6
    [Differentiable]
    public static double SmoothStep(double x)
    {
        double t = x < 0.5 ? 0 : x > 2 ? 1 : (x - 0.5) / 1.5;
        return t * t * (3 - 2 * t);
    }

    // check: 2.2, -3
    // check: -3, 2.2
    [Differentiable]
    public static double SwappedToAscending(double a, double b)
    {
        if (a > b)
        {
            double old = a;
            a = b;
            b = old;
        }

        return a + 2 * b * b;
    }

    // check: 0.9
    // check: -0.9
    [Differentiable]
    public static double ConditionKeptInALocal(double x)
    {
        bool positive = x > 0;
        double y = positive ? Math.Exp(x) : Math.Exp(-2 * x);
        x = -x;
        if (positive)
        {
            y += x;
        }

        return y * x;
    }

    // check: 0.8, 0.2
    // check: 0.2, 0.8
    [Differentiable]
    public static double ConstantInOneBranch(double x, double y)
    {
        double limit = 1;
        if (x < y)
        {
            limit = y;
        }

        return limit * x;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Integers and truth values that differ from lane to lane.</summary>
public static partial class BatchIntegers
{
    // check: 1.5, 3
    // check: -1.5, 3
    [Differentiable(Batch = true)]
    public static double Complement(double x, int n) => x * x * ~n + x * (n & ~2);

    // check: 1.5, 0.5
    // check: -1.5, 0.5
    // check: -1.5, -0.5
    // check: 1.5, -0.5
    [Differentiable(Batch = true)]
    public static double Either(double x, double y)
    {
        bool any = x > 1, all = x > 1;
        if (y > 0)
        {
            any = true;
        }
        else
        {
            all = false;
        }

        return any ? x * y : all ? x + y : x * x * y;
    }

    // check: 1.5, 0.5
    // check: -1.5, 0.5
    // check: -1.5, -0.5
    [Differentiable(Batch = true)]
    public static double SignsOfZero(double x, double y) => Math.CopySign(1, x > 0 ? -0.0 : y) * x * y + (y > 0 ? -0.0 : 0.0);

    // In lanes that do not take the arm the root is NaN, of which there is no sign.
    // check: -1.5, 0.5
    // check: -0.5, 2.5
    [Differentiable(Batch = true)]
    public static double SignOfARoot(double x, double y)
    {
        double z = y;
        if (x > 0)
        {
            z = y * Math.Sign(Math.Sqrt(x) - 1);
        }

        return z * y * x;
    }
}

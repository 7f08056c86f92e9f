using System;
using StaticAd;

#pragma warning disable CS0162 // Unreachable code: that is what the file is about.

namespace StaticAd.Corpus;

/// <summary>Conditions that the compiler knows: what is generated must hold no dead code for it to warn about.</summary>
public static partial class ConstantConditions
{
    private const bool Verbose = false;
    private const int Level = 2;
    private const double Threshold = 1e-3;
    private static readonly bool Enabled = true;

    // check: 1.3
    [Differentiable]
    public static double ConstantWhile(double x)
    {
        while (Verbose)
        {
            x *= 2;
        }

        if (Verbose)
        {
            x *= 3;
        }

        return x * x;
    }

    // check: 1.3, new double[] { 0.5, -2 }
    [Differentiable]
    public static double NamedLevels(double x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (Level > 5)
            {
                sum += Math.Exp(y[i]);
            }

            sum += x * y[i];
        }

        return Threshold > 0 ? sum * Threshold : sum;
    }

    // check: 1.3
    [Differentiable]
    public static double SwitchOnAConstant(double x)
    {
        switch (Level)
        {
            case 1:
                return x;
            case 2:
                return x * x;
            default:
                return 0;
        }
    }

    // check: 1.3, 0.75f
    [Differentiable]
    public static double OtherTypes(double x, float f)
    {
        byte small = 3;
        if (small > 2)
        {
            x *= x;
        }

        long large = 3;
        if (large > 2 && Threshold < 1)
        {
            x *= f;
        }

        bool enough = Enabled || Verbose;
        bool both = true ^ Verbose;
        return enough == both ? x * 2 : x;
    }

    // check: 1.3
    [Differentiable]
    public static double HelpersOfAMode(double x) => ByMode(x, 0) + ByMode(x, 1) * ByMode(x, 2);

    // check: 1.3
    [Differentiable]
    public static double LoopsThatEndAtOnce(double x)
    {
        int left = 3;
        while (left > 3)
        {
            x *= 2;
            left--;
        }

        do
        {
            x *= x;
        }
        while (Verbose);
        for (int i = 3; i < left; i++)
        {
            x *= 2;
        }

        return x * left;
    }

    private static double ByMode(double x, int mode)
    {
        if (mode == 0)
        {
            return x * x;
        }

        return mode == 1 ? Math.Sin(x) : x;
    }

    // check: 1.3
    [Differentiable]
    public static double Exclusive(double x) => OneOf(x, true, true) * OneOf(x, true, false) + OneOf(x, false, false);

    private static double OneOf(double x, bool left, bool right) => left ^ right ? x * x : Math.Sin(x);
}

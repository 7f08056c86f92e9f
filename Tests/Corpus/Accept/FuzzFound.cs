using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Programs that the fuzzer has found, made small.</summary>
public static partial class FuzzFound
{
    // check: 1.2, 0.7
    [Differentiable(Order = 2)]
    public static double DecidedByConstants(double x, double y)
    {
        if (Math.Min(1, 2) % 2 == 1)
        {
            y += x * y;
            return x * y;
        }

        int nine = 9;
        double half = 2.5;
        if (nine / 4 > 2 || half % 1.375 > 1.25)
        {
#pragma warning disable CS0162 // The condition is a constant, and false.
            return y;
#pragma warning restore CS0162
        }

        return x;
    }
}

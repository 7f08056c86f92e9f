using System;
using StaticAd;

[assembly: CLSCompliant(true)]

namespace StaticAd.Corpus;

/// <summary>Public members of an assembly for all languages.</summary>
public static partial class Compliant
{
    // check: 1.5, new double[] { 1, 2, 3 }
    [Differentiable(Order = 2)]
    public static double Weighed(double weight, double[] x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += weight * element * element;
        }

        return sum;
    }

    // check: 1.5, 0.5F
    [Differentiable]
    public static void Turned(ref double x, in float y, out double sum)
    {
        sum = x + y;
        x = x > 1 ? x * y : y;
    }

    // check: 1.5, 0.5
    [Differentiable(Batch = true)]
    public static double Product(double x, double y) => x * y;
}

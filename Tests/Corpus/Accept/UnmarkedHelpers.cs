using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Helpers in the same project need no mark of their own.</summary>
public static partial class UnmarkedHelpers
{
    // check: 0.7, 1.9
    [Differentiable]
    public static double Marked(double x, double y) => Cube(x) * Clipped(y) + Cube(Clipped(x * y));

    // check: new double[] { 0.7, -1.9, 0.4 }
    [Differentiable]
    public static double OverABuffer(ReadOnlySpan<double> x)
    {
        Span<double> y = stackalloc double[x.Length];
        Fill(x, y);
        double sum = Total(y);
        Fill(y, y);
        return sum * Total(y);
    }

    private static double Cube(double x) => x * x * x;

    private static double Clipped(double x)
    {
        if (x > 1)
        {
            return 1 + Math.Log(x);
        }

        return x;
    }

    private static void Fill(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sin(x[i]) * x[i];
        }
    }

    private static double Total(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * (i + 1);
        }

        return sum;
    }
}

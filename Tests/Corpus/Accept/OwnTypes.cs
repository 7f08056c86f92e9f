using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus.OwnTypes;

/// <summary>Types that are called like those which generated code uses.</summary>
public readonly record struct Half(int Bits);

public sealed class Tape;

public readonly record struct Span<T>(T First, T Last);

public static class Require
{
    public const double Margin = 0.25;
}

public static partial class Numbers
{
    // check: (System.Half)0.5, (System.Half)0.75
    [Differentiable]
    public static System.Half Squared(System.Half x, System.Half y) => x * x * y;

    // check: (System.Half)0.5, (System.Half)0.75
    [Differentiable]
    public static void Swapped(ref System.Half x, ref System.Half y) => (x, y) = (y, x * x);

    // check: new double[] { 1, 2 }, 0.5
    [Differentiable]
    public static void Scaled(System.Span<double> x, double y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= y + Require.Margin;
        }
    }

    // check: 0.5, 0.75
    [Differentiable]
    public static T Product<T>(T x, T y)
        where T : IFloatingPointIeee754<T> => x * x * y;

    // check: 0.5, 3
    [Differentiable(Order = 2)]
    public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    // check: 0.5, 0.75
    [Differentiable(Batch = true)]
    public static double Quotient(double x, double y) => x / (1 + y * y);
}

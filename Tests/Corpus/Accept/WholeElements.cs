using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>
/// Elements whose parts cannot be assigned are written as a whole, and their place then stands in the text once for each part: where it
/// comes from a stack, it must be taken from there once.
/// </summary>
public static partial class WholeElements
{
    public readonly record struct Point(double X, double Y);

    // check: 0.75, new int[] { 3, 1, 1, 0 }, new Complex[] { new(0.75, 1.875), new(-1.625, -0.25), new(1, 2) }, new double[] { 1.5, 1.25, 1.75, 2 }
    [Differentiable]
    public static void OnePartRead(double x, ReadOnlySpan<int> at, ReadOnlySpan<Complex> points, Span<double> y)
    {
        int n = 0;
        while (n < 4 && at[n] + points.Length is >= 2 or 0)
        {
            y[(n * at[n]) % y.Length] = x * points[(n + at[n]) % points.Length].Imaginary;
            n++;
        }
    }

    // check: 0.75, new int[] { 2, 0, 1, 1 }, new WholeElements.Point[] { new(1, 2), new(3, 1), new(-1, 0.5) }
    [Differentiable]
    public static double OneOfAReadonlyStructure(double x, ReadOnlySpan<int> at, ReadOnlySpan<Point> points)
    {
        double sum = x;
        int n = 0;
        while (n < at.Length && sum < 100)
        {
            sum *= points[(n + at[n]) % points.Length].Y + n;
            n += 1 + (at[n] & 1);
        }

        return sum;
    }

    // check: 0.75, new int[] { 1, 0, 1, 1 }, new WholeElements.Point[] { new(1, 2), new(3, 1), new(-1, 0.5), new(2, 2.5) }
    [Differentiable]
    public static double OfSlices(double x, ReadOnlySpan<int> at, ReadOnlySpan<Point> points)
    {
        double sum = x;
        int n = 0;
        while (n < at.Length && sum < 100)
        {
            ReadOnlySpan<Point> rest = points.Slice(n * at[n] % points.Length);
            sum += sum * rest[0].X * rest[^1].Y;
            n += 1 + (at[n] & 1);
        }

        return sum;
    }

    // check: 0.75, new int[] { 1, 0, 1, 1 }, new WholeElements.Point[] { new(1, 2), new(3, 1), new(-1, 0.5), new(2, 2.5) }
    [Differentiable]
    public static void OnePartRenewed(double x, ReadOnlySpan<int> at, Span<Point> points)
    {
        int n = 0;
        while (n < at.Length)
        {
            ref Point point = ref points[(n + at[n]) % points.Length];
            point = point with { X = Math.Sin(point.X * x) };
            n += 1 + (at[n] & 1);
        }
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class TupleLoops
{
    // check: new (double, double)[] { (1, 2), (0.5, -1), (3, 0.25) }, 0.3
    [Differentiable]
    public static double Parts((double X, double Y)[] points, double scale)
    {
        double sum = 0;
        foreach (var (x, y) in points)
        {
            sum += x * y * scale;
        }

        foreach ((double first, double _) in points)
        {
            if (first > 2)
            {
                break;
            }

            sum *= first;
        }

        return sum;
    }

    // check: new ((double, int), float)[] { ((1, 2), 0.5f), ((0.5, -1), 2) }
    [Differentiable]
    public static double Nested(ReadOnlySpan<((double Value, int Power) Term, float Weight)> terms)
    {
        double sum = 0;
        foreach (var ((value, power), weight) in terms)
        {
            sum += Math.Pow(value, power) * weight;
        }

        return sum;
    }

    // check: 0.7, 9
    // check: 0.7, -7
    [Differentiable]
    public static double Divided(double x, int n)
    {
        var (quotient, remainder) = Math.DivRem(n, 4);
        (long q, long r) = Math.DivRem(5L * n, 3L);
        return Math.Sin(x * quotient) + remainder * x * x + q * x - r;
    }
}

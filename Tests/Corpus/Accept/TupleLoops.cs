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

    // check: new Quote[] { new(90, 0.3, true), new(100, 0.2, false), new(110, 0.25, true) }, 0.3
    [Differentiable(Order = 2)]
    public static double Records(Quote[] quotes, double scale)
    {
        double sum = 0;
        foreach (var (strike, volatility, isLive) in quotes)
        {
            if (isLive)
            {
                sum += Math.Log(strike) * volatility * scale * scale;
            }
        }

        return sum;
    }

    // check: new Ends[] { new(1, 2), new(0.5, -1), new(3, 0.25) }, 0.3
    [Differentiable(Order = 2)]
    public static double ByAMethod(ReadOnlySpan<Ends> ends, double scale)
    {
        double total = 0;
        foreach (var (sum, _, self) in ends)
        {
            total += sum * self.B * scale;
            if (total > 3)
            {
                break;
            }
        }

        foreach ((double middle, double width) in ends)
        {
            total += middle * width;
        }

        return total;
    }
}

public readonly record struct Quote(double Strike, double Volatility, bool IsLive);

public readonly struct Ends(double a, double b)
{
    public double A { get; } = a;

    public double B { get; } = b;

    public void Deconstruct(out double middle, out double width)
    {
        middle = (A + B) / 2;
        width = B - A;
    }

    public void Deconstruct(out double sum, out double difference, out Ends self)
    {
        (sum, difference) = (A + B, A - B);
        self = this;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Patterns of numbers, tuples, lengths and elements, in <c>is</c>, <c>switch</c> statements and <c>switch</c> expressions.</summary>
public static partial class Patterns
{
    public enum Kind
    {
        Linear,
        Square,
    }

    // check: 0.7, 1, true
    // check: 0.7, 2, true
    // check: -0.7, 2, false
    // check: 0.7, 7, false
    [Differentiable]
    public static double TupleOfPassives(double x, int n, bool isWeighted) => (n, isWeighted) switch
    {
        (1, true) => x,
        ( > 1 and < 5, false) => x * x,
        (var k, true) when k * x > 1 => Math.Sin(k * x),
        (_, false) => x * x * x,
        var (k, _) => k * x,
    };

    // check: 0.7, 1.3
    // check: 1.7, 1.3
    // check: -0.7, 0.3
    // check: -0.7, -0.3
    [Differentiable]
    public static double TupleOfActives(double x, double y)
    {
        switch (x, y)
        {
            case ( > 0, > 0) when x > y:
                return x / y;
            case ( > 0, var b):
                return b * x;
            case (var a, > 0) pair:
                return a * pair.y * pair.x;
            default:
                return x - y;
        }
    }

    // check: 0.7, 3
    // check: 2.7, 3
    // check: -1.2, 3
    // check: -1.2, 4
    [Differentiable]
    public static double Variables(double x, int n)
    {
        double result = 1;
        if (x * x is var square and > 1 && n is int count and > 3)
        {
            result += square * count;
        }

        if (x * 2 is not (double twice and > 0))
        {
            return result * x;
        }

        return result * twice;
    }

    // check: 0.7, 5
    // check: 1.1, 8
    [Differentiable]
    public static double InLoops(double x, int n)
    {
        double sum = 0;
        while (n - 1 is var next and > 0)
        {
            n = next;
            switch (n % 4)
            {
                case 0:
                    continue;
                case 1 when n > 4:
                case 2 when sum > 3 || Next(ref n) > 0:
                    sum += x * n;
                    break;
                case var rest:
                    sum *= x * rest;
                    break;
            }

            sum += x;
        }

        return sum;

        static int Next(ref int k) => --k;
    }

    // check: new double[] { 0.7, 1.3, -0.4 }, 2
    // check: new double[] { 0.7, 1.3 }, 2
    // check: new double[] { 0.7 }, 2
    // check: new double[] { -0.7, 1.3, 0.2, 0.4 }, 2
    // check: new double[] { -0.7, 1.3, 0.2, 0.4 }, -2
    [Differentiable]
    public static double Elements(ReadOnlySpan<double> x, double a) => x switch
    {
        [var only] => only * a,
        [ > 0, var last] => last * last,
        [ > 0, .., < 0 and var end] => x[0] * end,
        { Length: > 3 and var length } when a > 0 => length * x[2] * a,
        _ => x[^1] * a * a,
    };

    // check: 0.7, Patterns.Kind.Linear, 2
    // check: 0.7, Patterns.Kind.Square, 2
    // check: 0.7, Patterns.Kind.Square, 0
    [Differentiable]
    public static double Properties(double x, Kind kind, int n)
    {
        (double value, Kind kind, int count) all = (x * x, kind, n);
        if (all is { kind: Kind.Linear, value: var square })
        {
            return square;
        }

        return all is { Item2: Kind.Square } and { count: not 0, value: > 0 and var positive } ? positive * x : all.value + x;
    }

    // check: 0.7
    // check: double.NaN // kink 0
    // check: 0.0 // kink 3
    // check: -0.0 // kink 3
    [Differentiable]
    public static double NotANumber(double x) => x switch
    {
        double.NaN => 0,
        0 => 3 * x,
        _ => 1 / x,
    };

    // check: 0.7, true, false
    // check: 0.7, false, false
    // check: 0.7, true, true
    [Differentiable]
    public static double Exhaustive(double x, bool isFirst, bool isSecond) => (isFirst, isSecond) switch
    {
        (true, true) => x,
        (false, _) => x * x,
        (true, false) => Math.Exp(x),
    };
}

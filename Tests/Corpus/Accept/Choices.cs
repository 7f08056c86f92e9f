using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Switches, patterns, tuples, and the ways to leave a method from inside branches.</summary>
public static partial class Choices
{
    public enum Shape
    {
        Line,
        Parabola = 5,
        Wave,
    }

    private static readonly double Offset = 0.25;
    private static readonly double[] Weights = [1, 0.5, 0.25];

    // check: 1.5, 1
    // check: 1.5, 2
    // check: 1.5, 3
    // check: 1.5, 9
    // check: -1.5, 2
    [Differentiable]
    public static double SwitchStatement(double x, int n)
    {
        double y = x;
        switch (n)
        {
            case 1:
                y *= 2;
                break;
            case 2:
            case 3:
                if (x < 0)
                {
                    break;
                }

                y *= x;
                break;
            default:
                return x * x * x;
            case > 100:
                y = 0;
                break;
        }

        return y * y;
    }

    // check: 0.7, Choices.Shape.Line
    // check: 0.7, Choices.Shape.Parabola
    // check: 0.7, Choices.Shape.Wave
    [Differentiable]
    public static double SwitchExpression(double x, Shape shape) => x * shape switch
    {
        Shape.Line => x,
        Shape.Parabola when x < 1 => x * x,
        Shape.Wave => Math.Sin(x),
        _ => Offset,
    };

    // check: 0.7, 0
    // check: 0.7, 5
    // check: 0.7, 12
    [Differentiable]
    public static double Patterns(double x, int n)
    {
        double y = n is > 3 and < 10 or 12 ? x * x : x;
        if (n is not 5)
        {
            y += x * Weights[1];
        }

        return y * (int)Shape.Parabola;
    }

    // check: 0.7, 0.3, 2
    // check: 0.7, 0.3, -2
    [Differentiable]
    public static (double sum, double, int count) Tuples(double x, double y, int n)
    {
        var pair = Pair(x, y);
        (double a, double b) = n > 0 ? Pair(pair.larger, n) : (pair.smaller, pair.Item1);
        pair.larger += a;
        pair = (pair.larger * 2, b);
        var (sine, cosine) = Math.SinCos(pair.larger);
        return (a + b * pair.smaller, sine * cosine, n);
    }

    private static (double larger, double smaller) Pair(double x, double y)
    {
        if (x > y)
        {
            return (x, y);
        }

        return (y, x);
    }

    // check: 0.7, 1
    // check: 0.7, 2
    // check: 0.7, 3
    // check: 0.7, 4
    [Differentiable]
    public static double ReturnsFromWithin(double x, int n)
    {
        double y = x * x;
        if (n < 4)
        {
            if (n == 1)
            {
                return y;
            }

            y += 1;
            if (n == 2)
            {
                y *= x;
            }
            else
            {
                if (y > 1.2)
                {
                    return y * x;
                }
            }

            y -= x;
        }

        y = Math.Sqrt(y);
        return y * x;
    }

    // check: new double[] { 1.5, -2, 0.25 }, 40
    // check: new double[] { 1.5, -2, 0.25 }, 2
    [Differentiable]
    public static double Buffers(ReadOnlySpan<double> x, int n)
    {
        Span<double> work = n <= 16 ? stackalloc double[16] : new double[n];
        ReadOnlySpan<double> tail = x[1..];
        double[] copy = x[..^1].ToArray();
        tail.CopyTo(work);
        work.Slice(2, 2).Fill(x[^1]);
        copy.AsSpan(1).Clear();
        Span<double> given = [x[0], 2, n];
        given[^1] *= work[3];
        float[] narrow = new float[2];
        narrow[0] += 1;
        byte[] counts = { 250, 3 };
        counts[0] += 7;
        counts[1]++;
        return work[0] * work[2] + copy[0] + given[2] + narrow[0] * counts[0] * counts[1] + (x.IsEmpty ? 1 : tail.Length);
    }

    // check: 1.73, 7
    [Differentiable]
    public static double Integers(double x, int n)
    {
        long wide = n;
        uint bits = (uint)n << 3;
        short small = (short)(n * 5000);
        wide *= int.MaxValue;
        wide += 9007199254740993;
        bits ^= 0b1010u;
        bits |= ~0u >> 4;
        small -= 3;
        return x * (wide % 1000) + bits % 97 * x * x + small / 7 * (n & 3) + (double)(float)0.1 * (int)(x * 10) + Math.Max(n, 3) + Math.Sign(x - 2);
    }
}

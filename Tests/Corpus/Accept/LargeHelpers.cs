using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Helpers that call one another several times: put in place of each call, they would be thousands of copies.</summary>
public static partial class LargeHelpers
{
    // check: 0.7
    // check: 0.3
    [Differentiable(Order = 2)]
    public static double Chain(double x) => Sixth(x) / 1000;

    private static double Leaf(double x)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum += x > i * 0.4 ? Math.Sin(x * (i + 1)) : x * 0.5;
        }

        return sum;
    }

    private static double First(double x) => (Leaf(x) + Leaf(2 * x) - Leaf(3 * x) * Leaf(x * x)) / 4;

    private static double Second(double x) => (First(x) + First(2 * x) - First(3 * x) * First(x * x)) / 4;

    private static double Third(double x) => Second(x) + Second(2 * x) - Second(3 * x) * Second(x * x);

    private static double Fourth(double x) => Third(x) + Third(2 * x) - Third(3 * x) * Third(x * x);

    private static double Fifth(double x) => Fourth(x) + Fourth(0.2 * x) - Fourth(0.3 * x) * Fourth(x * x);

    private static double Sixth(double x) => Fifth(x) + Fifth(0.5 * x) - Fifth(0.3 * x) * Fifth(x * x);

    // Memory that helpers write and read again, and what they change of their arguments.
    // check: [0.7, 0.3, -0.4], 0.6
    [Differentiable]
    public static double InMemory(Span<double> x, double rate)
    {
        double decay = rate;
        for (int i = 0; i < 2; i++)
        {
            Mix5(x, ref decay);
        }

        return x[0] * x[1] + decay * x[2];
    }

    private static void Mix0(Span<double> x, ref double decay)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double before = x[i];
            x[i] += 0.0005 * Math.Sin(before * decay + x[(i + 1) % x.Length]);
            decay += before > decay ? 0.0002 * Math.Cos(before) : 0.0003 * before;
        }
    }

    private static void Mix1(Span<double> x, ref double decay)
    {
        Mix0(x, ref decay);
        Mix0(x.Slice(1), ref decay);
        Mix0(x, ref decay);
        Mix0(x.Slice(1), ref decay);
        Mix0(x, ref decay);
    }

    private static void Mix2(Span<double> x, ref double decay)
    {
        Mix1(x, ref decay);
        Mix1(x, ref decay);
        Mix1(x.Slice(1), ref decay);
        Mix1(x, ref decay);
        Mix1(x, ref decay);
    }

    private static void Mix3(Span<double> x, ref double decay)
    {
        Mix2(x, ref decay);
        Mix2(x.Slice(0, 2), ref decay);
        Mix2(x, ref decay);
        Mix2(x, ref decay);
        Mix2(x, ref decay);
    }

    private static void Mix4(Span<double> x, ref double decay)
    {
        Mix3(x, ref decay);
        Mix3(x, ref decay);
        Mix3(x, ref decay);
    }

    private static void Mix5(Span<double> x, ref double decay)
    {
        Mix4(x, ref decay);
        Mix4(x, ref decay);
        Mix4(x, ref decay);
    }
}

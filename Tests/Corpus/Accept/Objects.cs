using System;
using StaticAd;

namespace StaticAd.Corpus;

public readonly record struct Plate(double Length, double Width)
{
    public double Area => Length * Width;
}

public sealed class Leg
{
    public readonly double[] Times = [0.5, 1, 1.75];

    public int Sign = 1;

    public double Notional { get; init; } = 2;

    public double Discounted(double rate, double time) => Sign * Notional * Math.Exp(-rate * time);
}

public sealed record Swap(double Fixed, int Steps, Leg Leg, Plate Plate)
{
    public double Halved => Fixed / 2 * Leg.Discounted(0.1, 1);

    internal double[,] Grid { get; } = { { 1, 2 }, { 0.5, -1 }, { 3, 0.25 } };

    public double Paid(double rate, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Weight(i) * Leg.Discounted(rate, Leg.Times[i]);
        }

        return sum;
    }

    private double Weight(int i) => Fixed + i + this.Halved;
}

public sealed class Clock(double start)
{
    public double Start { get; } = start;
}

public static partial class ObjectsAsParameters
{
    // check: new Leg { Notional = 3, Sign = -1 }, 0.3, 1.5
    [Differentiable]
    public static double Discounted(Leg leg, double rate, double time)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return leg.Discounted(rate, time) * leg.Notional + leg.Times[1] * rate;
    }

    // check: 0.3, new Swap(0.7, 3, new Leg(), new Plate(1, 2)), 0.4
    // check: 0.3, new Swap(0.7, 1, new Leg { Sign = -1 }, new Plate(1, 2)), 0.4
    [Differentiable(Order = 2)]
    public static double Value(double rate, Swap swap, double shift)
    {
        Leg leg = swap.Leg;
        double sum = swap.Halved * rate;
        for (int i = 0; i < swap.Steps; i++)
        {
            sum += leg.Discounted(rate + shift, leg.Times[i]) * swap.Grid[i, 1];
        }

        return sum * sum + swap.Paid(rate, 2) + swap.Plate.Area * shift * shift;
    }

    // check: new double[] { 0.3, -0.4, 1.5 }, new Swap(0.7, 3, new Leg(), new Plate(1, 2)), new Leg { Notional = 5 }
    [Differentiable]
    public static void Rolled(Span<double> x, Swap swap, Leg other)
    {
        double Shifted(double v, Leg leg) => v * leg.Notional + swap.Fixed;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Both(x[i], swap.Leg, i == 0 ? 1 : x[i - 1]) + Shifted(x[i], other);
        }
    }

    private static double Both(double x, Leg leg, double y) => Math.Sin(x * leg.Notional) * y + Once(leg, y);

    private static double Once(Leg leg, double y) => leg.Sign * y * leg.Discounted(y, 0.5);

    // check: 0.3, new Clock(2)
    [Differentiable]
    public static double Since(double t, Clock @event) => (t - @event.Start) * (t - @event.Start);
}

public partial class Desk(double spread)
{
    private readonly double _spread = spread;

    private readonly Leg _own = new() { Notional = 4 };

    // check: new Desk(0.1), 0.3, new Leg()
    [Differentiable]
    public double Marked(double rate, Leg leg) => leg.Discounted(rate + _spread, 1) - Booked(_own, rate) + Booked(leg, rate);

    private double Booked(Leg leg, double rate) => leg.Discounted(rate, 2) * _spread;
}

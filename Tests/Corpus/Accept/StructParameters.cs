using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct Point(double X, double Y)
{
    public readonly double Norm => Math.Sqrt(X * X + Y * Y);
}

public readonly struct Rate
{
    public Rate(double perSecond) => PerSecond = perSecond;

    public double PerSecond { get; }

    public static Rate operator *(double s, Rate r) => new(s * r.PerSecond);
}

public struct Body
{
    public Point Position;

    public double Mass { get; set; }

    [NoDerivative]
    public double Weight;

    public int Kind;
}

public static partial class StructParameters
{
    // check: new Point(0.3, -1.2)
    [Differentiable]
    public static double One(Point p) => p.X * p.Norm + Math.Sin(p.Y);

    // check: new Point(0.3, -1.2), new Body { Position = new Point(2, 0.4), Mass = 1.5, Weight = 0.7, Kind = 2 }, 0.9
    [Differentiable]
    public static double Value(Point p, in Body b, double s) =>
        p.X * b.Position.Y * b.Mass * s * b.Weight + p.Y * b.Kind + b.Position.X * b.Position.X;

    // check: new Body { Position = new Point(2, 0.4), Mass = 1.5, Weight = 0.7, Kind = 2 }, 0.9
    [Differentiable]
    public static Body Move(Body b, double t) =>
        b with { Position = new Point(b.Position.X + t * t, b.Position.Y * t), Kind = b.Kind + 1 };

    // check: new Body { Position = new Point(2, 0.4), Mass = 1.5, Weight = 0.7, Kind = 2 }, 0.9
    [Differentiable]
    public static void Step(ref Body b, out Point p, double t)
    {
        p = b.Position;
        b.Position = new Point(b.Position.X * t, b.Position.X * b.Mass);
        b.Mass *= b.Mass;
        p.X += t * b.Weight;
        b.Kind++;
    }

    // check: new Rate(0.7), new double[] { 0.3, -1.2, 2 }, 4
    [Differentiable]
    public static Rate Compound(Rate rate, ReadOnlySpan<double> x, int n)
    {
        Rate total = rate;
        for (int i = 0; i < n; i++)
        {
            total = x[i % x.Length] * total;
            if (total.PerSecond > 1)
            {
                total = new Rate(Math.Log(total.PerSecond) + rate.PerSecond);
            }
        }

        return total;
    }

    // check: (0.3, new Point(0.5, 2)), 1.5
    [Differentiable]
    public static double Nested((double Scale, Point At) pair, double x) => pair.Scale * pair.At.X * x + pair.At.Y * x * x;

    // check: new Point(0.3, -1.2), new Point(2, 1), 0.4
    [Differentiable]
    public static Point Held([NoDerivative] Point p, Point @class, double x) => new(p.X * @class.Y * x, @class.X / p.Y);

    // check: new double[] { 0.3, -1.2, 2 }, new Point(0.3, 0.1)
    [Differentiable]
    public static void Fill(Span<double> y, Point p)
    {
        for (int i = 0; i < y.Length; i++)
        {
            (p.X, p.Y) = (p.X + y[i] * p.Y, p.X * p.Y);
            y[i] = p.Norm;
        }
    }
}

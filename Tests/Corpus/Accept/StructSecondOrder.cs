using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct Point(double X, double Y);

public struct Particle
{
    public Point Place;
    public double Mass;
    public int Kind;
    [NoDerivative]
    public double Radius;
}

public readonly record struct Bounds(double Low, double High)
{
    public double Middle => (Low + High) / 2;
}

public static partial class StructSecondOrder
{
    // check: new Point(0.7, -1.2)
    [Differentiable(Order = 2)]
    public static double Bowl(Point p) => Math.Exp(p.X) * p.Y + p.X * p.X * p.Y * p.Y;

    // check: new Particle { Place = new Point(0.7, -1.2), Mass = 1.5, Kind = 2, Radius = 0.4 }, 0.3
    [Differentiable(Order = 2)]
    public static double Energy(Particle p, double t) =>
        p.Mass * (p.Place.X * p.Place.X + Math.Sin(p.Place.Y * t)) + (p.Kind > 1 ? p.Radius * p.Mass * p.Mass : 0);

    // check: new Bounds(-1, 2.5), new Point(0.3, 0.8), 1.1f
    [Differentiable(Order = 2)]
    public static double Within(Bounds b, [NoDerivative] Point q, float weight) => Math.Cosh(b.Middle * q.X) * weight * b.High;

    // check: new Point[] { new(0.5, 1), new(-0.3, 0.2), new(1.1, -0.7) }, 0.8
    [Differentiable(Order = 2)]
    public static double Springs(ReadOnlySpan<Point> points, double stiffness)
    {
        double energy = 0;
        for (int i = 1; i < points.Length; i++)
        {
            double x = points[i].X - points[i - 1].X, y = points[i].Y - points[i - 1].Y;
            double stretch = Math.Sqrt(x * x + y * y) - 1;
            energy += stiffness * stretch * stretch;
        }

        return energy;
    }

    // check: new Particle[] { new() { Place = new Point(0.7, -1.2), Mass = 1.5, Kind = 2, Radius = 0.4 }, new() { Place = new Point(0.1, 0.9), Mass = 0.5, Radius = 3 } }, new double[] { 0.5, 2 }, new Point(0.2, 0.3)
    [Differentiable(Order = 2)]
    public static double Field(ReadOnlySpan<Particle> particles, ReadOnlySpan<double> weights, Point at)
    {
        double sum = 0;
        for (int i = 0; i < particles.Length; i++)
        {
            double x = particles[i].Place.X - at.X, y = particles[i].Place.Y - at.Y;
            sum += weights[i] * particles[i].Mass / Math.Sqrt(x * x + y * y + particles[i].Radius);
        }

        return sum * sum;
    }

    // More than eight numbers, and a loop whose length they decide.
    // check: new Particle { Place = new Point(1.7, -1.2), Mass = 1.5 }, new Point(0.3, 0.8), new Point(0.5, 1.1), new Bounds(1, 2)
    [Differentiable(Order = 2)]
    public static double Settled(Particle p, Point q, Point r, Bounds b)
    {
        double x = p.Place.X;
        while (x > 0.5)
        {
            x *= 0.6 + 0.1 * Math.Sin(q.X * x + r.Y);
        }

        return x * q.Y * r.X + p.Mass * x * x + b.Low * b.High * p.Place.Y;
    }
}

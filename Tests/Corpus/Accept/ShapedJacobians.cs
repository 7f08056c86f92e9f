using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public record struct Position(double X, double Y, double Z);

public struct Planet
{
    public Position Place;
    public double Mass;
    public int Kind;
    [NoDerivative]
    public double Radius;
}

/// <summary>Jacobians with respect to structures, arrays of several dimensions and arrays of arrays, and of structures.</summary>
public static partial class ShapedJacobians
{
    // check: new Position(0.5, -1, 2), 0.75
    [Differentiable]
    public static Position Turned(Position p, double angle)
    {
        double sin = Math.Sin(angle), cos = Math.Cos(angle);
        return new Position(cos * p.X - sin * p.Y, sin * p.X + cos * p.Y, p.Z * angle);
    }

    // check: new Planet { Place = new(0.5, -1, 2), Mass = 3, Kind = 2, Radius = 0.25 }, 0.1, new Position(1, 2, 3)
    [Differentiable]
    public static Planet Moved(Planet planet, double t, in Position speed)
    {
        planet.Place = new Position(planet.Place.X + t * speed.X, planet.Place.Y + t * speed.Y * planet.Radius, planet.Place.Z * speed.Z);
        planet.Mass *= 1 + t * planet.Kind;
        planet.Kind++;
        return planet;
    }

    // More inputs than are computed beside one primal.
    // check: new Position(0.5, -1, 2), new Position(1, 2, 3), new Position(-2, 0.5, 1), 0.5
    [Differentiable]
    public static double Volume(Position a, Position b, Position c, double s) =>
        s * (a.X * (b.Y * c.Z - b.Z * c.Y) - a.Y * (b.X * c.Z - b.Z * c.X) + a.Z * (b.X * c.Y - b.Y * c.X));

    // check: new Position(0.5, -1, 2), new Position(1, 2, 3), new Position(-2, 0.5, 1)
    [Differentiable]
    public static (double First, double Second) Two(Position a, Position b, Position c) =>
        (a.X * b.Y * c.Z, Math.Exp(a.Y) * b.X + c.X * c.Y);

    // Rows and columns of elements in one place.
    // check: new Planet[] { new() { Place = new(0.5, -1, 2), Mass = 3, Kind = 2 }, new() { Place = new(1, 0.5, -2), Mass = 2, Radius = 1 }, new() { Place = new(2, 2, 1), Mass = 0.5 } }, new double[] { 0.5, 1, 2 }, 0.2
    // check: new Planet[0], new double[0], 0.2
    [Differentiable]
    public static void Pull(Span<Planet> planets, ReadOnlySpan<double> weights, double h)
    {
        for (int i = 1; i < planets.Length; i++)
        {
            double x = planets[i].Place.X - planets[i - 1].Place.X, y = planets[i].Place.Y - planets[i - 1].Place.Y;
            double force = h * weights[i] * planets[i].Mass / (x * x + y * y + 1 + planets[i].Radius);
            planets[i].Place.X -= force * x;
            planets[i].Place.Z *= force;
        }
    }

    // Few outputs of many inputs, and a number by reference.
    // check: new Position[] { new(0.5, -1, 2), new(1, 0.5, -2), new(2, 2, 1) }, new Position(1, 2, 3)
    [Differentiable]
    public static double Gather(ReadOnlySpan<Position> points, ref Position sum, out double largest)
    {
        largest = 0;
        double norm = 0;
        foreach (Position point in points)
        {
            sum = new Position(sum.X + point.X * sum.Y, sum.Y + point.Y, sum.Z * point.Z);
            largest = Math.Max(largest, point.X * point.Y);
            norm += point.X * point.Z;
        }

        return norm;
    }

    // A buffer of structures that is only written.
    // check: new double[] { 0.5, -1, 2 }, new Position[3], new double[2]
    [Differentiable]
    public static void Spread(double[] x, Span<Position> points, Span<double> others)
    {
        for (int i = 0; i < x.Length; i++)
        {
            points[i] = new Position(x[i], x[i] * x[i], i);
        }

        others[0] = x[0] * x[1];
    }

    // check: new double[,] { { 1.5, -0.5, 1 }, { 0.25, 2, 3 } }, new double[] { 1, -2, 0.5 }, new double[2]
    [Differentiable]
    public static void Times(double[,] a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
            {
                sum += a[i, j] * x[j];
            }

            y[i] = sum * y[i] + sum;
        }
    }

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }, new double[][] { [1], [2, 0.5], [] }, 2
    [Differentiable]
    public static (double Trace, double Sum) Traces(double[,] a, double[][] rows, [NoDerivative] double s)
    {
        double sum = 0;
        foreach (double[] row in rows)
        {
            foreach (double element in row)
            {
                sum += element * element * s * a[0, 1];
            }
        }

        return (a[0, 0] * a[1, 1], sum);
    }

    // Single precision among double: no vectors of one kind.
    // check: new Vector3(0.5f, 1, -2), new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }, new double[2]
    [Differentiable]
    public static Vector3 Mixed(Vector3 v, double[,] a, Span<double> y)
    {
        y[0] += a[0, 0] * v.X + a[1, 0];
        y[1] = y[0] * v.Y;
        return v * (float)a[0, 1] + Vector3.Cross(v, new Vector3(1, (float)y[1], 2));
    }

    // check: new Vector2[] { new(0.5f, 1), new(2, -1) }, 0.5f
    [Differentiable]
    public static void Scaled(Span<Vector2> v, float s)
    {
        for (int i = 0; i < v.Length; i++)
        {
            v[i] *= s * v[i].Length();
        }
    }

    // A loop that the numbers themselves bring to an end.
    // check: new Position(1.5, -1, 2), new double[] { 0.5, 0.25, 0.75 }
    [Differentiable]
    public static Position Settled(Position p, Span<double> steps)
    {
        int i = 0;
        while (p.X > 0.4 && i < 10)
        {
            p = p with { X = p.X * steps[i % steps.Length], Y = p.Y + p.X * Math.Sin(p.Z) };
            steps[i++ % steps.Length] *= 0.9 + 0.01 * p.Y;
        }

        return p;
    }

    // Nothing is added to the first gradient, which is compared with the others all the same.
    // check: new double[,] { { 1, 2, 3 } }, new double[,] { { 1, 2 }, { 0.5, -1 } }
    [Differentiable]
    public static double IgnoredGrid(double[,] ignored, double[,] x)
    {
        double sum = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                sum += x[i, j] * x[i, j];
            }
        }

        return sum;
    }
}

public readonly partial struct Lens
{
    private readonly double _focus, _aperture;

    public Lens(double focus, double aperture) => (_focus, _aperture) = (focus, aperture);

    // check: new Lens(2, 0.5), new Position(0.5, -1, 2)
    [Differentiable]
    public Position Image(Position p) => new(p.X * _focus / (p.Z - _focus + 1), p.Y * _focus, _aperture * p.Z);
}

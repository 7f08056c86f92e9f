using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct Point(double X, double Y);

public struct Body
{
    public Point Place;
    public double Mass;
    public int Kind;
    [NoDerivative]
    public double Radius;
}

// Derivatives, in differentiated code, of methods that take and return structures.
public static partial class NestedStructs
{
    [Differentiable(Order = 2)]
    private static double Potential(Body b, double t) =>
        b.Mass * (Math.Sin(b.Place.X * t) + b.Place.Y * b.Place.Y * b.Place.X) + (b.Kind > 1 ? b.Radius * b.Mass * b.Mass : 0);

    // check: 0.7, -1.2, 0.4
    [Differentiable(Order = 2)]
    public static double Force(double x, double y, double t)
    {
        Body body = new() { Place = new Point(x, y), Mass = 1.5, Kind = 2, Radius = 0.3 };
        double value = PotentialValueAndGradient(body, t, out Body db, out double dt);
        return value * db.Place.X + db.Place.Y * db.Mass - dt + db.Radius + db.Kind;
    }

    // check: new Point(0.7, -1.2), 0.4
    [Differentiable]
    public static Point Steps(Point p, double h)
    {
        Body body = new() { Place = p, Mass = 1.2 };
        for (int i = 0; i < 3; i++)
        {
            PotentialGradient(body, h, out Body slope, out _);
            body.Place = new Point(p.X - h * slope.Place.Y, body.Place.Y + h * slope.Place.X);
        }

        return body.Place;
    }

    // check: 0.7, -1.2, 0.4
    [Differentiable]
    public static double Tangent(double x, double y, double t)
    {
        Body body = new() { Place = new Point(x, y), Mass = t, Kind = 2, Radius = 0.3 }, along = new() { Place = new Point(y, x), Mass = 1 };
        double value = PotentialJvp(body, t, along, 2, out double slope);
        return value * slope;
    }

    // check: 0.7, -1.2, 0.4
    [Differentiable]
    public static double Product(double x, double y, double t)
    {
        Body body = new() { Place = new Point(x, y), Mass = t }, along = new() { Place = new Point(y, x) };
        PotentialHvp(body, t, along, 0, out Body product, out double byT);
        return product.Place.X * along.Place.X + product.Mass * byT;
    }

    [Differentiable]
    private static Point Turned(Point p, double angle, ref Point other)
    {
        Point turned = new(p.X * Math.Cos(angle) - p.Y * Math.Sin(angle), p.X * Math.Sin(angle) + p.Y * Math.Cos(angle));
        other = new Point(other.X * turned.Y, other.Y + turned.X * p.Y);
        return turned;
    }

    // check: 0.7, -1.2, 0.4
    [Differentiable]
    public static double Back(double x, double y, double angle)
    {
        Point other = new(x, 1), otherBar = new(y, x);
        Point turned = TurnedVjp(new Point(x, y), angle, ref other, ref otherBar, new Point(1, x), out Point dp, out double dAngle);
        return turned.X * dp.Y + turned.Y * dp.X + dAngle * other.X + otherBar.X * otherBar.Y;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

public abstract class Shape
{
    public abstract double Scale { get; }

    public abstract double Distance(double x, double y);
}

public sealed class Circle(double radius) : Shape
{
    public double Radius { get; } = radius;

    public override double Scale => 1 / Radius;

    public override double Distance(double x, double y) => Math.Sqrt(x * x + y * y) - Radius;
}

public class Ring(double radius) : Shape
{
    public double Radius { get; } = radius;

    public sealed override double Scale => Radius * Radius;

    public sealed override double Distance(double x, double y) => Math.Abs(x) + Math.Abs(y) - Radius;
}

/// <summary>Overrides of which no other can run in their place.</summary>
public static partial class SealedObjects
{
    // check: 0.7, -0.4, new Circle(0.5), new Ring(2)
    [Differentiable(Order = 2)]
    public static double Clearance(double x, double y, Circle circle, Ring ring) =>
        Math.Exp(-circle.Scale * circle.Distance(x, y)) * ring.Distance(x * y, y) * ring.Scale;
}

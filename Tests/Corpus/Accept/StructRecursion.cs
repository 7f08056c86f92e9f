using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods of structures, and methods that take or return structures, that call themselves.</summary>
public partial struct Twig
{
    public double Length;

    public double Ratio { get; set; }

    [NoDerivative]
    public double Weight;

    public int Forks;

    // check: new Twig { Length = 0.7, Ratio = 0.5, Weight = 2, Forks = 2 }, 1.5, 3
    [Differentiable]
    public readonly double Total(double scale, int n) =>
        n == 0 ? Length * Weight : Length * scale + Math.Sin(Child().Total(scale * Ratio, n - 1)) * Forks;

    public readonly Twig Child() => this with { Length = Length * Ratio };

    public readonly double Wood(int n)
    {
        double sum = Length * Weight;
        for (int i = 0; i < Forks && n > 0; i++)
        {
            sum += Child().Wood(n - 1) * Ratio;
        }

        return sum;
    }

    public readonly Twig Grown(double by, int n) => n == 0 ? this : Shorter(by * Ratio, n - 1);

    private readonly Twig Shorter(double by, int n)
    {
        Twig inner = Child().Grown(by, n);
        inner.Length += by * Length;
        return inner;
    }
}

public struct Located
{
    public double X;
    public double Y;
}

public static partial class StructRecursion
{
    // check: new Twig { Length = 0.7, Ratio = 0.5, Weight = 2, Forks = 2 }, 1.5
    [Differentiable]
    public static double OfHelpers(Twig twig, double x)
    {
        twig.Length *= x;
        return twig.Wood(3) * x + twig.Grown(x, 4).Length * twig.Wood(0);
    }

    // check: new Located { X = 0.7, Y = -1.2 }, 3
    // check: new Located { X = 0.7, Y = -1.2 }, 0
    [Differentiable]
    public static double Turned(Located p, int n) =>
        n == 0 ? p.X : p.Y * Turned(new Located { X = p.Y + p.X, Y = p.X }, n - 1) + p.X * Turned(p, n - 2 < 0 ? 0 : n - 2);

    // check: new Located { X = 0.7, Y = -1.2 }, 3
    [Differentiable]
    public static Located Moved(in Located p, int n)
    {
        if (n == 0)
        {
            return new Located { X = p.X * p.Y, Y = p.Y };
        }

        Located half = Moved(new Located { X = p.X * 0.5, Y = p.X }, n - 1);
        return new Located { X = half.Y + p.X, Y = Math.Sin(half.X) * p.Y };
    }

    // check: new Located { X = 0.7, Y = -1.2 }, 1.5, 3
    [Differentiable]
    public static double ByReference(Located p, double x, int n)
    {
        Wander(ref p, x, n, out Located first);
        return p.X * p.Y + first.X * first.Y;
    }

    private static void Wander(ref Located p, double x, int n, out Located first)
    {
        first = p;
        p.X += p.Y * x;
        if (n > 0)
        {
            Wander(ref p, x * p.X, n - 1, out Located inner);
            p.Y *= inner.Y;
        }
    }

    // check: new double[] { 0.5, -1.5, 2, 0.25 }, new Located { X = 0.7, Y = -1.2 }
    [Differentiable]
    public static double OverABuffer(ReadOnlySpan<double> x, Located p) => Folded(x, p).X;

    private static Located Folded(ReadOnlySpan<double> x, Located p)
    {
        if (x.Length == 0)
        {
            return p;
        }

        p.X += x[0] * p.Y;
        (p.X, p.Y) = (p.Y, p.X * x[0]);
        return Folded(x[1..], p);
    }
}

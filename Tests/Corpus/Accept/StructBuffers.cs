using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public struct Site
{
    public double X;

    public double Y { get; set; }

    public int Kind;

    [NoDerivative]
    public double Weight;

    public readonly double Norm => Math.Sqrt(X * X + Y * Y);

    public void Move(double by)
    {
        X += by * Y;
        Y *= by;
    }
}

public readonly record struct Link(double Rest, Site At)
{
    public static Link operator +(Link a, Link b) => new(a.Rest + b.Rest * a.At.X, a.At with { Y = a.At.Y * b.At.Y });
}

public static partial class StructBuffers
{
    private static readonly Site[] Fixed = [new Site { X = 1.5, Y = 2, Kind = 1 }, new Site { X = -1, Y = 0.5, Kind = 3 }];

    // check: new Site[] { new() { X = 0.3, Y = -1.2, Kind = 2, Weight = 0.5 }, new() { X = 2, Y = 0.4, Kind = 1, Weight = 2 } }, 0.7
    [Differentiable]
    public static double Energy(ReadOnlySpan<Site> sites, double t)
    {
        double sum = 0;
        for (int i = 0; i < sites.Length; i++)
        {
            sum += sites[i].X * sites[i].X * sites[i].Weight + sites[i].Norm * t * sites[i].Kind;
        }

        foreach (Site site in sites)
        {
            sum *= site.Y + t;
        }

        return sum;
    }

    // check: new Site[] { new() { X = 0.3, Y = -1.2, Kind = 2, Weight = 0.5 }, new() { X = 2, Y = 0.4, Kind = 1, Weight = 2 } }
    [Differentiable]
    public static double Pairs(Site[] sites)
    {
        double sum = 0;
        for (int i = 0; i < sites.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double dx = sites[i].X - sites[j].X, dy = sites[i].Y - sites[j].Y;
                sum += 1 / Math.Sqrt(dx * dx + dy * dy + Fixed[j].X * Fixed[j].X) + sites[^1].X;
            }
        }

        return sum;
    }

    // check: new Site[] { new() { X = 0.3, Y = -1.2, Kind = 2, Weight = 0.5 }, new() { X = 2, Y = 0.4, Kind = 1, Weight = 2 } }, 0.7, 3
    [Differentiable]
    public static void Steps(Span<Site> sites, double h, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < sites.Length; i++)
            {
                sites[i].X += h * sites[i].Y;
                sites[i].Y -= h * Math.Sin(sites[i].X) * sites[i].Weight;
                sites[i].Kind++;
            }

            sites[0].Move(h);
            ref Site last = ref sites[sites.Length - 1];
            last.X *= last.Y;
        }
    }

    // check: new Link[] { new(0.3, new Site { X = 1.5, Y = -2 }), new(-0.7, new Site { X = 0.5, Y = 1.2 }), new(2, new Site { X = -1, Y = 0.4 }) }
    [Differentiable]
    public static double Links(Span<Link> links)
    {
        for (int i = 1; i < links.Length; i++)
        {
            links[i] += links[i - 1];
            links[i - 1] = links[i] with { Rest = links[i - 1].Rest * links[i].At.X };
        }

        return links[0].Rest * links[^1].At.Y;
    }

    // check: new Site[] { new() { X = 0.3, Y = -1.2, Kind = 2, Weight = 0.5 }, new() { X = 2, Y = 0.4, Kind = 1, Weight = 2 }, new() { X = 1, Y = 1.4, Kind = 1, Weight = 2 } }, new Site[] { new() { X = 0.6, Y = -1.1 }, new() { X = 4, Y = 2 } }
    [Differentiable]
    public static double Parts(ReadOnlySpan<Site> sites, Span<Site> copy)
    {
        ReadOnlySpan<Site> tail = sites[1..];
        tail.CopyTo(copy);
        Scale(copy.Slice(1), 3);
        double first = Total(copy);
        copy.Clear();
        double zero = copy[0].X + copy[1].Y * first;
        copy.Slice(0, 1).Fill(tail[1]);
        return first * Total(copy.Slice(0, 1)) + Total(sites.Slice(0, 2)) + zero;
    }

    private static void Scale(Span<Site> sites, double by)
    {
        foreach (ref Site site in sites)
        {
            site.X *= by;
            site.Move(by);
        }
    }

    private static double Total(ReadOnlySpan<Site> sites)
    {
        double sum = 0;
        foreach (ref readonly Site site in sites)
        {
            sum += site.X * site.Norm;
        }

        return sum;
    }

    // check: 0.3, 0.8, 4
    [Differentiable]
    public static double Local(double x, double y, int n)
    {
        var path = new Link[n];
        Span<Site> ends = stackalloc Site[2];
        path[0] = new Link(x, new Site { X = y, Y = x * y });
        for (int i = 1; i < n; i++)
        {
            path[i] = path[i - 1] + new Link(Math.Sin(path[i - 1].Rest), path[i - 1].At);
        }

        ends[1] = path[n - 1].At;
        ends[0] = path[0].At;
        Swap(ends, 0, 1);
        return ends[0].X * path[n - 1].Rest + ends[1].Y;
    }

    private static void Swap(Span<Site> sites, int i, int j) => (sites[i], sites[j]) = (sites[j], sites[i]);

    // check: new Complex[] { new(0.3, -1.2), new(2, 0.7), new(-0.4, 1) }, new double[] { 1, 2, 3 }
    [Differentiable]
    public static void Spectrum(Span<Complex> z, ReadOnlySpan<double> phase)
    {
        Complex sum = Complex.Zero;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] *= Complex.FromPolarCoordinates(phase[i], phase[i] * phase[i]);
            sum += z[i];
        }

        z[0] = sum / 2;
    }

    // check: new (double A, Site B)[] { (0.3, new Site { X = 1, Y = 2 }), (1.3, new Site { X = -1, Y = 0.5 }) }
    [Differentiable]
    public static double Tuples(ReadOnlySpan<(double A, Site B)> pairs) => pairs[0].A * pairs[1].B.X + pairs[1].A * pairs[0].B.Norm;

    // check: new Site[] { new() { X = 0.3, Y = -1.2, Kind = 2, Weight = 0.5 }, new() { X = 2, Y = 0.4, Kind = 1, Weight = 2 } }
    [Differentiable]
    public static void OneLeafOfAnElement(Span<Site> sites)
    {
        for (int i = 0; i < sites.Length; i++)
        {
            sites[i] = sites[i] with { Y = 2 * sites[i].Y };
        }
    }
}

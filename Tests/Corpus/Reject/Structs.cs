using System;
using System.Runtime.InteropServices;
using StaticAd;

namespace StaticAd.Corpus;

public readonly struct Interval
{
    private readonly double _low;
    private readonly double _width;

    public Interval(double low, double high)
    {
        _low = low;
        _width = high - low;
    }

    public double Middle => _low + 0.5 * _width;
}

public readonly struct Unit
{
    public Unit(double x, double y)
    {
        double length = Math.Sqrt(x * x + y * y);
        X = x / length;
        Y = y / length;
    }

    public double X { get; }

    public double Y { get; }
}

public struct Labelled
{
    public double Value;
    public string Label;
}

[StructLayout(LayoutKind.Explicit)]
public struct Overlaid
{
    [FieldOffset(0)]
    public double Number;

    [FieldOffset(0)]
    public long Bits;
}

public struct Place(double x, double y)
{
    public double X = x;
    public double Y = y;
}

public static partial class RejectedStructs
{
    [Differentiable]
    public static double Hidden(Interval interval) => interval.Middle; // expect: SAD0030

    [Differentiable]
    public static double Computed(Unit unit) => unit.X; // expect: SAD0030

    [Differentiable]
    public static Unit ComputedResult(double x) => new(x, 1); // expect: SAD0030

    [Differentiable]
    public static double WithText(Labelled labelled) => labelled.Value; // expect: SAD0007

    [Differentiable]
    public static double Shared(double x)
    {
        var overlaid = new Overlaid { Number = x }; // expect: SAD0014
        return overlaid.Number;
    }

    [Differentiable]
    public static double ReturnedByReference(double x)
    {
        var p = new Place(x, x);
        Itself(ref p).X = 2; // expect: SAD0013
        return p.X * p.Y;
    }

    private static ref Place Itself(ref Place p) => ref p;

    [Differentiable]
    public static double WritesAnInput(Place[] places, ReadOnlySpan<Place> others)
    {
        places[0].X = 2; // expect: SAD0016
        return places[0].X * others[0].Y;
    }

    [Differentiable]
    public static double OfHidden(ReadOnlySpan<Interval> intervals) => intervals[0].Middle; // expect: SAD0030

    [Differentiable]
    public static double Reassigned(ReadOnlySpan<Place> places)
    {
        ReadOnlySpan<Place> rest = places;
        double sum = 0;
        while (rest.Length > 0)
        {
            sum += rest[0].X;
            rest = rest[1..]; // expect: SAD0018
        }

        return sum;
    }

    [Differentiable]
    public static double Compared(double x, double y)
    {
        var a = new Labels(x, y);
        return a == new Labels(y, x) ? x : y; // expect: SAD0013
    }
}

public readonly record struct Labels(double X, double Y);

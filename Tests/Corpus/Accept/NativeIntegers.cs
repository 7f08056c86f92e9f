using System;
using StaticAd;

namespace StaticAd.Corpus;

public struct Counted
{
    public double X;

    public nint Count;

    public nint Step { get; set; }

    public static Counted Of(double x, nint count, nint step) => new() { X = x, Count = count, Step = step };
}

public readonly record struct Numbered(nint Number, double X);

/// <summary>Native integers in structures.</summary>
public static partial class NativeIntegers
{
    // check: Counted.Of(0.7, 5, 2)
    [Differentiable]
    public static Counted Advanced(Counted c)
    {
        for (nint i = 0; i < c.Count; i += c.Step)
        {
            c.X += Math.Sin(c.X) * i;
        }

        c.Count += c.Step;
        return c;
    }

    // check: Counted.Of(0.7, 5, 2), 1.5
    [Differentiable]
    public static void Stepped(ref Counted c, out Numbered last, double t)
    {
        last = new Numbered(c.Count - 1, c.X * t);
        c.Step = c.Count * 2;
        c.X *= c.X * c.Count;
    }

    // check: new Counted[] { Counted.Of(0.7, 5, 2), Counted.Of(1.5, 1, 3) }, 1.5
    [Differentiable]
    public static void Elements(Span<Counted> c, double t)
    {
        for (int i = 0; i < c.Length; i++)
        {
            c[i].Count += i;
            c[i].X *= t * c[i].Count + c[i].Step;
        }

        c[0] = c[1];
    }

    // check: new Numbered[] { new(3, 0.7), new(2, 1.5) }, 1.5
    [Differentiable]
    public static double Read(ReadOnlySpan<Numbered> c, double t)
    {
        double sum = 0;
        foreach (Numbered each in c)
        {
            sum += each.X * each.X * each.Number * t;
        }

        return sum * c[(int)c[1].Number - 1].X;
    }
}

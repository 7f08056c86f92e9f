using System;
using System.Runtime.CompilerServices;
using StaticAd;

namespace StaticAd.Corpus;

[InlineArray(4)]
public struct Four
{
    private double _first;
}

[InlineArray(3)]
public struct ThreeSingles
{
    private float _first;
}

[InlineArray(3)]
public struct Indices
{
    private int _first;
}

[InlineArray(3)]
public struct Buffer3<T>
{
    private T _first;

    public T First
    {
        readonly get => _first;
        set => _first = value;
    }
}

/// <summary>Structures that are several elements.</summary>
public static partial class InlineArrays
{
    // check: 0.7, -1.2, 5
    [Differentiable]
    public static double Local(double x, double y, int n)
    {
        Four b = default;
        b[0] = x;
        b[1] = y * x;
        for (int i = 2; i < 4; i++)
        {
            b[i] = Math.Sin(b[i - 1] + b[i - 2]);
        }

        double sum = b[^1];
        for (int i = 0; i < n; i++)
        {
            b[i % 4] += b[(i + 1) % 4] * y;
            sum += b[i % 4] * b[i % 4];
        }

        return sum;
    }

    // check: new double[] { 0.5, -1.5, 2 }, 0.75
    [Differentiable]
    public static double Copies(ReadOnlySpan<double> x, double t)
    {
        Four a = new();
        for (int i = 0; i < x.Length; i++)
        {
            a[i] = x[i] * t;
        }

        Four b = a;
        b[1] = t * t;
        a[0] *= b[1] * a[1];
        Four larger = a[0] > 0 ? a : b;
        for (int i = 0; i < 2; i++)
        {
            Four old = b;
            b[0] = old[1] * t;
            b[1] = old[0] + old[2];
            if (b[0] > b[1])
            {
                b = a;
                b[3] = t;
            }
        }

        return Weighed(a) * Weighed(b) + Weighed(larger) + b[3] * a[2];
    }

    private static double Weighed(Four b)
    {
        b[0] *= 2;
        double sum = 0;
        foreach (double element in b)
        {
            sum += element * element;
        }

        return sum + b[0];
    }

    // check: 0.7, 1.5, 2
    [Differentiable]
    public static double Handed(double x, double y, int at)
    {
        Four b = Ramp(x, y);
        Scale(ref b, y);
        Square(ref b[at]);
        double before = Read(in b, at);
        foreach (ref double element in b)
        {
            element += before * x;
        }

        ref double last = ref b[^1];
        last *= b[0];
        return Read(b, 0) * Read(b, 3) + Ramp(y, x)[at] + b[1];
    }

    private static Four Ramp(double from, double step)
    {
        var b = new Four();
        for (int i = 0; i < 4; i++)
        {
            b[i] = from + i * step * from;
        }

        return b;
    }

    private static void Scale(ref Four b, double by)
    {
        for (int i = 0; i < 4; i++)
        {
            b[i] *= by + i;
        }
    }

    private static void Square(ref double x) => x *= x;

    private static double Read(in Four b, int at) => b[at] * (at + 1);

    // check: new double[] { 0.5, -1.5, 2, 0.25 }, 0.75
    [Differentiable]
    public static double Spans(ReadOnlySpan<double> x, double t)
    {
        Four b = default;
        x.CopyTo(b);
        Span<double> all = b;
        all[2] *= t;
        Span<double> middle = b[1..3];
        middle[0] += all[3] * t;
        b[3] = middle[1] * middle[0];
        ReadOnlySpan<double> tail = b[2..];
        double sum = Norm(b) + Norm(b[..2]) * tail[0];
        all[^1..].Fill(sum);
        return sum * tail[^1] + all.Length * b[0] + Norm(tail);
    }

    private static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return sum;
    }

    // check: 0.7, 4
    [Differentiable]
    public static double OutOfRange(double x, int at)
    {
        Four b = default;
        b[1] = x;
        if (at < 4)
        {
            b[at] = 2;
        }

        return x * b[1] + (at > 9 ? b[at] : 0);
    }

    // check: 0.7f, 1.5f, 2
    [Differentiable]
    public static float Singles(float x, float y, int n)
    {
        ThreeSingles b = default;
        Indices order = default;
        for (int i = 0; i < 3; i++)
        {
            order[i] = (i + n) % 3;
            b[order[i]] = x * i + y;
        }

        float sum = 0;
        foreach (int at in order)
        {
            sum = sum * y + b[at] * b[at];
        }

        return sum + order[n] * x * x;
    }

    // check: 0.7, -1.2, 2
    [Differentiable]
    public static double Generic(double x, double y, int n)
    {
        Buffer3<double> b = default;
        b.First = x * y;
        b[1] = y;
        Buffer3<int> powers = default;
        powers[n] = n;
        InlineArray2<double> library = default;
        library[0] = x;
        library[n - 1] += y * x;
        return Largest(b) * b.First + powers[2] * library[1] + library[0] * library[^1];
    }

    private static T Largest<T>(Buffer3<T> b)
        where T : System.Numerics.INumber<T>
    {
        T largest = b[0];
        foreach (T each in b)
        {
            largest = T.Max(largest, each);
        }

        return largest;
    }
}

using System;
using System.Runtime.CompilerServices;
using StaticAd;

namespace StaticAd.Corpus;

[InlineArray(4)]
public struct Quad
{
    private double _first;
}

[InlineArray(3)]
public struct Choices3
{
    private int _first;
}

public record struct Spot(double X, double Y)
{
    public readonly double Norm => Math.Sqrt(X * X + Y * Y);
}

public struct Layer
{
    public Quad Weights;

    public double Bias { get; set; }

    [NoDerivative]
    public Quad Mask;

    public Choices3 Order;

    public readonly double Apply(double x)
    {
        double sum = Bias;
        for (int i = 0; i < 3; i++)
        {
            sum += Weights[Order[i]] * Mask[i] * x;
        }

        return sum;
    }

    public void Shift(double by)
    {
        for (int i = 0; i < 4; i++)
        {
            Weights[i] += by * Bias;
        }

        Bias *= by;
    }
}

[InlineArray(2)]
public struct TwoPoints
{
    private Spot _first;
}

[InlineArray(3)]
public struct ThreeRows
{
    private Quad _first;

    public readonly double Trace => this[0][0] + this[1][1] * this[2][2];
}

public static partial class InlineArrayParameters
{
    public static Quad Of(double a, double b, double c, double d)
    {
        Quad all = default;
        all[0] = a;
        all[1] = b;
        all[2] = c;
        all[3] = d;
        return all;
    }

    public static Layer Some()
    {
        Layer layer = default;
        layer.Weights = Of(0.5, -1.5, 2, 0.25);
        layer.Mask = Of(1, 2, 3, 4);
        layer.Bias = 0.75;
        layer.Order[0] = 2;
        layer.Order[1] = 3;
        return layer;
    }

    public static ThreeRows Rows()
    {
        ThreeRows rows = default;
        rows[0] = Of(0.5, -1.5, 2, 0.25);
        rows[1] = Of(1, 0.75, -0.5, 0.3);
        rows[2] = Of(-0.2, 0.6, 1.1, 2);
        return rows;
    }

    public static TwoPoints Pair()
    {
        TwoPoints pair = default;
        pair[0] = new Spot(0.5, -1.5);
        pair[1] = new Spot(2, 0.25);
        return pair;
    }

    // check: InlineArrayParameters.Of(0.5, -1.5, 2, 0.25), 0.75, 2
    [Differentiable]
    public static double Value(Quad b, double s, int at)
    {
        b[0] *= s;
        double sum = b[at] * b[0];
        foreach (double element in b)
        {
            sum += element * element * s;
        }

        return sum;
    }

    // check: InlineArrayParameters.Of(0.5, -1.5, 2, 0.25), InlineArrayParameters.Of(1, 2, 3, 4)
    [Differentiable(Order = 2)]
    public static double Dot(in Quad a, [NoDerivative] Quad weights)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += a[i] * a[i] * weights[i] * a[0];
        }

        return sum;
    }

    private static readonly Quad Fixed = Of(0.5, 1, 2, -1);

    // check: 0.7, 2
    [Differentiable]
    public static double FromATable(double x, int at)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += Fixed[i] * x * x;
        }

        foreach (double each in Fixed)
        {
            sum *= each + x;
        }

        return sum * Fixed[at] * Sum(Fixed[1..]);
    }

    // check: InlineArrayParameters.Of(0.5, -1.5, 2, 0.25), 0.75
    [Differentiable]
    public static Quad Turned(Quad b, double angle)
    {
        Quad result = b;
        for (int i = 0; i < 3; i++)
        {
            result[i] = b[i] * Math.Cos(angle) - b[i + 1] * Math.Sin(angle);
        }

        return result;
    }

    // check: InlineArrayParameters.Of(0.5, -1.5, 2, 0.25), 0.75
    [Differentiable]
    public static void Step(ref Quad b, out Quad before, double h)
    {
        before = b;
        for (int i = 0; i < 4; i++)
        {
            b[i] += h * b[(i + 1) % 4] * before[i];
        }

        before[1] *= h;
    }

    // check: InlineArrayParameters.Some(), 0.3, 2
    [Differentiable]
    public static double Held(Layer layer, double x, int n)
    {
        Layer other = layer;
        for (int i = 0; i < n; i++)
        {
            other.Shift(x);
            other.Weights[i] *= layer.Apply(x);
        }

        Span<double> weights = other.Weights;
        return layer.Apply(x) * other.Apply(x) + weights[1] * other.Bias + layer.Weights[n];
    }

    // check: InlineArrayParameters.Some(), 0.3
    [Differentiable]
    public static Layer Changed(Layer layer, double x)
    {
        layer.Shift(x * x);
        return layer with { Bias = layer.Weights[2] * layer.Bias };
    }

    // check: InlineArrayParameters.Pair(), 0.3, 1
    [Differentiable]
    public static double Points(TwoPoints pair, double x, int at)
    {
        pair[at].X *= x;
        Spot chosen = pair[1 - at];
        ReadOnlySpan<Spot> both = pair;
        double sum = 0;
        foreach (Spot each in pair)
        {
            sum += each.Norm * x;
        }

        pair[0] = chosen with { X = x };
        return sum + pair[at].Norm * pair[0].Y + both[at].X;
    }

    // check: InlineArrayParameters.Rows(), 0.3, 1
    [Differentiable]
    public static double Rows(in ThreeRows rows, double x, int at)
    {
        ThreeRows a = rows;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                a[i][j] += x * rows[j % 3][i];
            }
        }

        Quad row = a[at];
        a[0] = a[at];
        Span<double> last = a[at + 1];
        last[0] = x * row[2];
        return a.Trace * a[at + 1][0] + rows[at][at] * a[0][3] + Sum(a[^1][1..]);
    }

    private static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += element * element;
        }

        return sum;
    }

    // check: new Quad[] { InlineArrayParameters.Of(0.5, -1.5, 2, 0.25), InlineArrayParameters.Of(1, 2, 3, 4) }, 0.3, 2
    [Differentiable]
    public static void Elements(Span<Quad> x, double s, int at)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i][at] = x[i][at] * s + x[i][0];
            Quad copy = x[i];
            x[i][1] = copy[at] * copy[3];
        }

        x[1] = x[0];
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Other ways to write the same.</summary>
public static partial class Sugar
{
    // check: new double[] { 0.7, -1.9, 0.4 }
    [Differentiable]
    public static double Foreach(ReadOnlySpan<double> x)
    {
        double product = 1;
        foreach (double value in x)
        {
            product *= value + product;
        }

        return product;
    }

    // check: 0.7, 3
    [Differentiable]
    public static double DoWhile(double x, int n)
    {
        double y = x;
        do
        {
            y = Math.Sin(y) * x;
            n--;
        }
        while (n > 0);

        return y;
    }

    // check: 0.7, 0
    // check: 0.7, 1
    // check: 0.7, 5
    [Differentiable]
    public static double Switch(double x, int mode)
    {
        switch (mode)
        {
            case 0:
                return x;
            case 1:
                x *= x;
                break;
            default:
                x = Math.Exp(x);
                break;
        }

        return x * x;
    }

    // check: 0.7, 0
    // check: 0.7, 1
    // check: 0.7, 5
    [Differentiable]
    public static double SwitchExpression(double x, int mode) => mode switch
    {
        0 => x,
        1 => x * x,
        _ => Math.Exp(x),
    };

    // check: new double[] { 0.7, -1.9, 0.4, 2 }
    [Differentiable]
    public static double Ranges(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> tail = x[1..];
        ReadOnlySpan<double> head = x[..2];
        return tail[0] * head[1] + x[^1] * head[0];
    }

    // check: 0.7, 1.2
    [Differentiable]
    public static double TupleLocals(double x, double y)
    {
        (double a, double b) = (x * y, x + y);
        (a, b) = (b, a);
        return a * a + b;
    }

    // check: 0.7, 1.2
    [Differentiable]
    public static double SineAndCosine(double x, double y)
    {
        (double sine, double cosine) = Math.SinCos(x);
        return sine * y + cosine * cosine;
    }

    // check: new double[] { 0.7, -1.9, 0.4 }
    [Differentiable]
    public static double ClearAndFill(ReadOnlySpan<double> x)
    {
        Span<double> work = stackalloc double[3];
        x.CopyTo(work);
        work.Slice(1, 1).Clear();
        double sum = work[0] * work[1] + work[2] * work[0];
        work.Fill(x[1]);
        return sum * work[2];
    }
}

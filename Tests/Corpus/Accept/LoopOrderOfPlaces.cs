using System;
using System.Runtime.CompilerServices;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>As <c>LoopOrder</c>: iterations that meet in views, references, leaves of structures, inline arrays, rows and columns.</summary>
public static partial class LoopOrderOfPlaces
{
    // Two views of one array, one element apart: each iteration overwrites what the one before has stored through the other.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double TwoViewsOfOneArray(ReadOnlySpan<double> a)
    {
        double[] w = new double[a.Length + 1];
        Span<double> left = w.AsSpan(0, a.Length), right = w.AsSpan(1, a.Length);
        for (int i = 0; i < a.Length; i++)
        {
            left[i] = Math.Sin(a[i]);
            right[i] = a[i] * a[i];
        }

        return w[0] * w[1] + w[2] * w[3] * w[4];
    }

    // One is only read, yet what it reads the other has written.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double ReadThroughAnotherView(ReadOnlySpan<double> a)
    {
        double[] w = new double[a.Length + 1];
        ReadOnlySpan<double> before = w.AsSpan(0, a.Length);
        Span<double> here = w.AsSpan(1);
        w[0] = a[0] * a[1];
        for (int i = 0; i < a.Length; i++)
        {
            here[i] = Math.Sin(before[i]) * a[i] + a[a.Length - 1 - i];
        }

        return w[^1] * w[1];
    }

    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable]
    public static void ByReference(Span<double> y)
    {
        double before = 1;
        foreach (ref double each in y)
        {
            ref double first = ref y[0];
            first = each * before;
            each *= 1.5;
            before = 0.5;
        }
    }

    public struct Particle
    {
        public double Position;
        public double Speed;
    }

    // One leaf of an element is stored, another added to; and the neighbour's.
    // check: [new() { Position = 0.5, Speed = 1.25 }, new() { Position = -0.75, Speed = 0.25 }, new() { Position = 1.5, Speed = -0.5 }], 0.1
    [Differentiable]
    public static void Pushed(Span<Particle> particles, double h)
    {
        for (int i = 0; i < particles.Length; i++)
        {
            particles[i].Position = Math.Sin(h * i);
            particles[(i + 1) % particles.Length].Speed += h * h;
            particles[particles.Length - 1].Speed = h * i;
        }
    }

    [InlineArray(3)]
    public struct Three
    {
        private double _first;
    }

    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double InAnInlineArray(ReadOnlySpan<double> a)
    {
        Three sums = default, last = default;
        for (int i = 0; i < a.Length; i++)
        {
            sums[i % 3] += a[i] * a[i];
            last[i % 3] = a[i] * a[0];
            last[1] += a[i];
        }

        return sums[0] * last[0] + sums[1] * last[1] + sums[2] * last[2];
    }

    // check: new double[,] { { 0.5, 1.125 }, { -0.625, 0.75 }, { 0.25, 1.5 } }
    [Differentiable(Order = 2)]
    public static double RowsAndColumns(double[,] x)
    {
        double[,] y = new double[2, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                y[j, i] = x[i, j] * x[i, 0];
                y[1, (i + j) % 3] = Math.Sin(x[i, j]);
            }
        }

        return y[0, 0] * y[1, 1] + y[0, 2] * y[1, 0] + y[1, 2];
    }

    // The rows are the iterations' own, until they change their places.
    // check: [0.5, 1.125, -0.625]
    [Differentiable(Order = 2)]
    public static double RowsThatMove(ReadOnlySpan<double> a)
    {
        double[][] rows = [[a[0], a[1]], [a[1], a[2]], [a[2] * a[0], a[0]]];
        for (int i = 0; i < 3; i++)
        {
            rows[i][0] = a[i] * a[1];
            rows[0][1] += Math.Sin(a[i]);
            (rows[0], rows[i]) = (rows[i], rows[0]);
        }

        return rows[0][0] * rows[0][1] + rows[1][0] * rows[1][1] + rows[2][0] * rows[2][1];
    }
}

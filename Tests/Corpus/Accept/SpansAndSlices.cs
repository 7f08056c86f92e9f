using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class SpansAndSlices
{
    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2 }
    [Differentiable]
    public static double DotOfHalves(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> left = x.Slice(0, x.Length / 2);
        ReadOnlySpan<double> right = x.Slice(x.Length / 2);
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i] * right[i];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2 }, 2
    [Differentiable]
    public static double SumOfRowNorms(ReadOnlySpan<double> matrix, int columns)
    {
        double total = 0;
        for (int row = 0; row < matrix.Length / columns; row++)
        {
            ReadOnlySpan<double> values = matrix.Slice(row * columns, columns);
            double square = 0;
            for (int column = 0; column < columns; column++)
            {
                square += values[column] * values[column];
            }

            total += Math.Sqrt(square);
        }

        return total;
    }

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void CopyThenSquare(ReadOnlySpan<double> x, Span<double> y)
    {
        x.CopyTo(y);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = y[i] * y[i] + x[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5 }
    [Differentiable]
    public static double CopyIntoSlice(ReadOnlySpan<double> x)
    {
        Span<double> work = stackalloc double[8];
        x.CopyTo(work.Slice(2));
        double sum = 0;
        for (int i = 1; i < work.Length; i++)
        {
            sum += work[i] * work[i - 1];
        }

        return sum;
    }

    // check: 0.4, 5
    [Differentiable]
    public static double StackBuffer(double x, int n)
    {
        Span<double> powers = stackalloc double[n];
        powers[0] = 1;
        for (int i = 1; i < n; i++)
        {
            powers[i] = powers[i - 1] * x;
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += powers[i] / (i + 1);
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double HeapBuffer(double[] x)
    {
        double[] differences = new double[x.Length - 1];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = x[i + 1] - x[i];
        }

        double sum = 0;
        for (int i = 0; i < differences.Length; i++)
        {
            sum += differences[i] * differences[i];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.5
    [Differentiable]
    public static double BufferStartsAtZero(ReadOnlySpan<double> x, double y)
    {
        double[] counts = new double[3];
        for (int i = 0; i < x.Length; i++)
        {
            counts[i % 3] += x[i] * y;
        }

        return counts[0] * counts[1] + counts[2];
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 4
    [Differentiable]
    public static double BuffersInsideALoop(ReadOnlySpan<double> x, int rounds)
    {
        double total = 0;
        for (int round = 1; round <= rounds; round++)
        {
            double[] scaled = new double[x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                scaled[i] = Math.Sin(x[i] * round);
            }

            for (int i = 1; i < x.Length; i++)
            {
                total += scaled[i] * scaled[i - 1];
            }
        }

        return total;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double CopiedBackAndForth(ReadOnlySpan<double> x)
    {
        Span<double> a = stackalloc double[4];
        Span<double> b = stackalloc double[4];
        x.CopyTo(a);
        a.CopyTo(b);
        for (int i = 0; i < 4; i++)
        {
            a[i] *= b[3 - i];
        }

        a.CopyTo(b);
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += b[i] * b[i] * x[i];
        }

        return sum;
    }
}

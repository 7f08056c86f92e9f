using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops that add to one element of memory again and again.</summary>
public static partial class ElementSums
{
    // check: new double[] { 1.5, -2, 0.25, 3 }, new double[] { 7, 8 }, 2
    [Differentiable]
    public static void RowSums(ReadOnlySpan<double> x, Span<double> sums, int columns)
    {
        for (int row = 0; row < sums.Length; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                sums[row] += x[row * columns + column] * sums[row];
            }
        }
    }

    // The inner loop never runs where its element would be out of range.
    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.5, 0.25 }, 3
    [Differentiable]
    public static double NeverOutOfRange(ReadOnlySpan<double> x, Span<double> sums, int n)
    {
        for (int row = 0; row < n; row++)
        {
            for (int i = row; i < sums.Length; i++)
            {
                sums[row] += x[i] * x[row];
            }
        }

        return sums[0] * sums[1];
    }

    // Two views of one memory: the sum changes what it adds.
    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void SumOfItself(Span<double> y)
    {
        Span<double> first = y.Slice(0, 1);
        for (int i = 0; i < y.Length; i++)
        {
            first[0] += 0.5 * y[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.7
    [Differentiable]
    public static double OneElementOfMany(ReadOnlySpan<double> x, double a)
    {
        Span<double> powers = stackalloc double[3];
        powers[1] = 1;
        for (int i = 0; i < x.Length; i++)
        {
            powers[0] += powers[1] * x[i];
            powers[1] *= a;
            powers[2] = powers[0];
        }

        return powers[0] + powers[1] * powers[2];
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, new int[] { 0, 2, 1, 0 }, new double[] { 0.5, 1.5, 2.5 }
    [Differentiable]
    public static void Scattered(ReadOnlySpan<double> x, ReadOnlySpan<int> bin, Span<double> sums)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                sums[bin[i]] += x[i] * sums[j];
            }
        }
    }

    // check: new float[] { 1.5f, -2, 0.25f, 3 }, new float[] { 0.5f, 0.25f }
    [Differentiable]
    public static void InSinglePrecision(ReadOnlySpan<float> x, Span<float> sums)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                sums[j] += x[i] * x[j];
            }
        }
    }
}

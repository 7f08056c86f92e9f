using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Sorting
{
    // check: new double[] { 3, -1, 2.5, 7 }
    // check: new double[] { 3, -1, 2.5, 7, 0.25 }
    [Differentiable(Order = 2)]
    public static double Median(double[] x)
    {
        double[] y = (double[])x.Clone();
        Array.Sort(y);
        int middle = y.Length / 2;
        return y.Length % 2 == 1 ? y[middle] * y[0] : (y[middle - 1] + y[middle]) / 2 * y[^1];
    }

    // check: new double[] { 3, -1, 2.5, 7, 0.25, -4, 1.5, 6, 0.5, 2, -2.5, 4.5, 8, -3, 5.5, 1, 3.5, -0.5, 9, 10 }, 0.3
    [Differentiable]
    public static double ExpectedShortfall(ReadOnlySpan<double> x, double weight)
    {
        Span<double> losses = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            losses[i] = Math.Exp(-weight * x[i]) - x[i];
        }

        losses.Sort();
        losses.Reverse();
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum += losses[i];
        }

        return sum / 4;
    }

    // check: new double[] { 3, -1, 2.5, 7 }, new double[] { 1, 0.5, 2, -3 }
    [Differentiable]
    public static double WeightedQuantiles(double[] values, double[] weights)
    {
        double[] v = [.. values], w = [.. weights];
        int[] places = new int[v.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(v, places);
        Array.Sort((double[])values.Clone(), w);
        double sum = 0, total = 0;
        for (int i = 0; i < v.Length; i++)
        {
            total += w[i] * w[i];
            sum += total * v[i] * values[places[i]] * (i + 1);
        }

        return sum;
    }

    // check: new double[] { 3, -1, 2.5, 7, 1, 0 }, new float[] { 4, 1, 3, 2, 6, 5 }
    [Differentiable]
    public static void Parts(Span<double> x, Span<float> keys)
    {
        keys[1..5].Sort(x[1..5]);
        for (int i = 1; i < x.Length; i++)
        {
            x[i] *= x[i - 1] + keys[i];
        }
    }

    // check: new double[] { 3, -1, 2.5, 7, 1, 0 }, 3
    [Differentiable]
    public static double Again(double[] x, int times)
    {
        double[] y = [.. x];
        double sum = 0;
        for (int n = 0; n < times; n++)
        {
            Array.Sort(y, 1, 4);
            y[2] -= 3 * y[0];
            sum += y[1] * y[2] + y[3] * y[4];
        }

        return sum;
    }
}

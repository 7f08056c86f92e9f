using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops whose iterations add to elements that others overwrite: reversed, the last goes first.</summary>
public static partial class SumsAndStores
{
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double AddedAndStored(ReadOnlySpan<double> a)
    {
        Span<double> w = new double[a.Length];
        a.CopyTo(w);
        for (int i = 0; i < a.Length; i++)
        {
            w[(i + i) % w.Length] -= a[i] * a[i];
            w[i] = Math.Sin(a[i]);
        }

        double product = 1;
        for (int i = 0; i < w.Length; i++)
        {
            product *= w[i] + 1.5;
        }

        return product;
    }

    // Both go to the iteration's own element, and sums alone to any.
    // check: [0.5, 1.125, -0.625, 0.75], [0.25, -0.5, 1.5], [0, 0, 0]
    [Differentiable]
    public static void OneOrTheOther(ReadOnlySpan<double> a, Span<double> sums, Span<double> w)
    {
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = a[i] * a[i + 1];
            w[i] += Math.Sin(a[i]);
            sums[(i * 2) % sums.Length] += a[i] * a[0];
        }
    }
}

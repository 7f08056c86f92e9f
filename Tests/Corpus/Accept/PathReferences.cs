using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>References that depend on the path taken.</summary>
public static partial class PathReferences
{
    // check: 0.7, 1.5, 2
    // check: 1.7, 1.5, 2
    [Differentiable]
    public static double Larger(double a, double b, double c)
    {
        ref double larger = ref a;
        if (b > a)
        {
            larger = ref b;
        }

        larger *= c;
        ref double kept = ref larger;
        if (c > 1)
        {
            larger = ref c;
            larger += a * b;
        }

        kept += larger;
        return larger * a - b * kept;
    }

    // check: new double[] { 0.7, 1.5, -2, 1.6, 0.1 }
    [Differentiable]
    public static double LargestElement(Span<double> x)
    {
        ref double largest = ref x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
            {
                largest = ref x[i];
                largest *= 1.5;
            }

            x[0] += largest * 0.25;
        }

        largest = Math.Sin(largest) * x[1];
        return largest + x[0];
    }

    // check: new double[] { 0.7, 1.5, -2 }, new double[] { 0.3, 1.25 }, 0.4, 4
    [Differentiable]
    public static double Chosen(Span<double> x, Span<double> y, double z, int n)
    {
        ref double r = ref z;
        for (int i = 0; i < n; i++)
        {
            switch (i % 3)
            {
                case 0:
                    r = ref x[i % x.Length];
                    break;
                case 1:
                    r = ref y[i % y.Length];
                    break;
                default:
                    r = ref z;
                    break;
            }

            r *= z + i;
            (i % 2 == 0 ? ref x[1] : ref z) += r * 0.5;
        }

        ref double either = ref (x[0] > z ? ref x[0] : ref y[1]);
        either += (n > 2 ? ref x[2] : ref r) * r;
        Swap(ref (n > 3 ? ref r : ref z), ref either);
        return r * either + z;
    }

    private static void Swap(ref double a, ref double b) => (a, b) = (b, a);

    // check: 0.7, 1.5, 1
    // check: 0.7, 1.5, 0
    [Differentiable]
    public static double Aliased(double a, double b, int n)
    {
        ref double r = ref a;
        if (n > 0)
        {
            r = ref b;
        }

        Grow(ref r, ref a);
        return a * r + b;
    }

    private static void Grow(ref double p, ref double q)
    {
        p += 1;
        q *= p;
    }
}

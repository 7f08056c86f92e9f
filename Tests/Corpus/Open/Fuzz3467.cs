// Found by the fuzzer (program 3467 of seed 20261130): SAD0001, a load of the reverse reads memory that only the forward sweep has. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz3467
{
    // check: 0.375, 1.75, new double[] { 0.5, -0.5 }
    [Differentiable(Order = 2)]
    public static double F(double x, double x2, ReadOnlySpan<double> a)
    {
        double[] w = [(x2 + a[1]) * Math.Max(a[0], x), a[0], ((0 % 3) switch { > 1 => x2, 1 or 3 => a[0], _ => x2 })];
        if (Math.Cos((x + x)) > x2)
        {
            w[0] *= Math.Tanh(((a[^1] + x2) - x2));
        }
        else
        {
            w[2] *= Math.Tanh(((a[1] - x) * ((3 + 1) % 4)));
        }
        if (((a[1] / Math.Exp(Math.Cos(w[^1]))) / (1.25 + Math.Abs((x2 + x)))) < w[1])
        {
            Span<double> s = w.AsSpan(0, 2);
            foreach (ref double each in s)
            {
                s[1] = s[1] * (0.5 * (x2 * x2));
                for (int i = 0; i < 2; i++)
                {
                    x -= Math.Sin(((-(a[i])) / (1.5 + each * each)));
                    for (int i2 = 1; i2 < w.Length; i2++)
                    {
                        int[] q = [2, 0, 1];
                        double[] w2 = [(each + x2) * (s[(i + q[i]) % s.Length] / (1.25 + Math.Abs(x))), each, (x + 0.5)];
                        w2[w2.Length - 1 - i] = w2[1] * Math.Tanh((x2 - x2));
                    }
                }
                w[0] *= Math.Sin(Math.Sqrt((1.5 + x2 * x2)));
                w[^1] = Ad.StopGradient((x - each)) + x;
            }
            double[] w3 = new double[4];
            s[0] = s[^1] * Math.Tanh((x + w[2]));
        }
        else
        {
            double? m = ((w[0] - x) < x) ? ((x * x2) * a[0]) : null;
            Span<double> s2 = w.AsSpan(2);
            w[^1] = w[1] * Math.Sin((x2 = Math.Sin(s2[^1])));
        }
        x *= Math.Tanh(((x * x) / (1.25 + Math.Abs((x - x2)))));
        return ((x2 + x) + x2) + w[1] * w[2];
    }
}


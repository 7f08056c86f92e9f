// Found by the fuzzer (program 6015 of seed 20261130): derivatives are wrong, in reverse and forward mode alike. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz6015
{
    private static double Helper1(Span<double> y, int n, ReadOnlySpan<double> a, int n2)
    {
        double t = y[1];
        for (int i = 0; i < y.Length; i++)
        {
            double t2 = (Math.Min(a[^1], t) + (-(t))) - (Math.Cos(t) + Math.Max(a[(4 * 1) % a.Length], t));
            y[(i + n2) % y.Length] = y[i] * Math.Sin(Math.FusedMultiplyAdd(t, t2, a[(3 + n) % a.Length])) - y[i];
            y[i] = y[i] * (0.5 * (a[1] - t)) - y[1];
        }
        double t3 = t * 1.125;
        for (int i2 = 0; i2 < 3; i2++)
        {
            (t, t3) = (t3 + Math.Sin((t3 * 1.75)), t);
            t3 = Math.Sin(Math.Tanh(t3));
        }
        return (t + t3) + a[0] * a[^1];
    }

    // check: new double[] { -1.375, 0.375, 0.375 }
    [Differentiable]
    public static double F(Span<double> y)
    {
        double t = Math.Sin(Ad.StopGradient(Math.Log(Math.Exp(Math.Cos(y[^1])))));
        int n = 0;
        while (n < 2 && (Helper1(y.Slice(0, 3), (3 % 4), y, ((int)(3 * Math.Abs(Math.Sin(t))) % 4)) < t))
        {
            foreach (ref double each in y)
            {
                for (int i = 0; i <= n; i++)
                {
                    t = 0.5 * (((y[n + 1] + y[n]) * n) * (Math.Clamp(y[0], -0.75, 1.25) * (t + each)));
                    t = Helper1(y[0..3], (i % 4), y.Slice(0), i);
                    each -= Math.Tanh(y[(((n switch { > 1 => each, 1 or 3 => t, _ => y[y.Length - 1 - n] }) > each) ? 0 : i) % y.Length]);
                    each = Math.Tanh(Math.Cos(((each + y[i]) * (t + each))));
                }
                each += Helper1(y.Slice(0, 3), (n % 4), y, (n % 4));
                double[][] g = [[y[n] + each, (each * y[n + 1]), (y[n] + y[n])]];
                y[0] = y[2] * Math.Sin(Helper1(y, (Math.Max(n, n) % 4), y, n)) - y[0];
                t = Math.Tanh(Math.FusedMultiplyAdd(Math.Abs((each + y[n])), g[(Math.Min(y.Length, y.Length) % 1)][((n / 2) % 3)], y[2]));
            }
            t -= 0.5 * (Math.Log((1.5 + y[n] * y[n])) * Helper1(y.Slice(1), ((n + n) % 4), y, n));
            n++;
        }
        t = t;
        ref double r = ref y[1];
        t = y[1] * ((y[2] + y[0]) * Math.Max(1.375, r));
        return ((4 % 3) switch { 0 => Math.Pow((1.5 + y[2] * y[2]), 0.5), 1 => t, _ => (t + t) }) + t;
    }
}


// Found by the fuzzer (program 5033 of seed 20261130): derivatives are wrong. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz5033
{
    [Differentiable]
    public static double Helper1(ReadOnlySpan<double> a, double x, ReadOnlySpan<double> a2, out double x2)
    {
        x2 = !((x < a[1])) ? Math.Tanh(x) : (a[^1] - x);
        double[] w = [x2, a[^1], (x2 + x)];
        for (int i = 1; i < a2.Length; i++)
        {
            w[(4 + i) % w.Length] = 0.5 * (Math.Pow(Math.Exp(Math.Cos((x * x))), (0.5 * (x2 * w[^1]))) * (Math.Log((1.5 + x * x)) - (x * w[1])));
            x = 0.5 * Math.Max(a[1], (x2 - w[(4 + i) % w.Length]));
            w[i % w.Length] = w[^1] * (0.5 * (x2 * x));
        }
        x += ((x2 * a[0]) + (x + 1.75)) * ((x - x2) * (x2 * 0.375));
        double t = w[^1];
        w[^1] *= 0.5 * x;
        return ((((((int)(3 * Math.Abs(Math.Sin(x))) % 3) switch { 0 => x2, 1 => x2, _ => (a2[0] - w[^1]) }) + x) + t) + a[0] * a[^1]) + w[^1] * w[2];
    }

    private static double Helper2(double x)
    {
        double t = Math.Pow((1.5 + x * x), Math.Sin(x));
        double t2 = t * (x + x);
        return ((Math.Sqrt(Math.Exp(Math.Cos(t))) + t2) + x) + t;
    }

    // check: new double[] { -0.75, 1.375 }, 0.5
    [Differentiable(Order = 2)]
    public static double F(double[] a, [NoDerivative] double c)
    {
        double[] w = [c, c, (a[^1] + 1.125)];
        c = c = Math.Tanh(Math.Sqrt((2.5 + Math.Sin(c))));
        double t = Helper1(w, w[^1], w, out c) * ((double)(3 + 3) + Math.Exp(Math.Sin(c)));
        for (int i = 1; i < w.Length; i++)
        {
            int n = 0;
            while (n < 4 && (-1.75 < a[i % a.Length]))
            {
                w[n % w.Length] = Math.Sin((Math.Pow((1.25 + Math.Abs((c * c))), 3.0) / (1.25 + Math.Abs(Math.Cos(Ad.StopGradient(t))))));
                w[2 % w.Length] += 0.5 * t;
                n++;
            }
            w[i % w.Length] = Math.Tanh((((c - c) * t) + (t * i)));
        }
        double[] w2 = [t += Math.Sin((t - c)), a[^1], (t + c)];
        for (int i2 = 0; i2 < w.Length; i2 += 2)
        {
            w2[i2] = Math.Tanh(t);
            w[1] = w[i2] * Math.Tanh((t / (1.5 + t * t))) - w[w.Length - 1 - i2];
            bool b = Math.Max(i2, i2) % 2 == 1;
            w2[i2] = w2[(i2 * i2) % w2.Length] + Math.Sin((t *= (0.5 * t))) * w2[i2];
            w2[i2] = ((double)(((i2 * i2) > i2) ? i2 : i2) * Math.Log((1.5 + c * c))) % 1.375;
        }
        c += Helper1(w.AsSpan(1), ((t - w[1]) + Math.Tanh(t)), w2.AsSpan(0), out c);
        w2[1] = w2[2] * (0.5 * (c - t)) - w2[0];
        return ((((w2[^1] + c) + t) + a[0] * a[0]) + w[^1] * w[0]) + w2[^1] * w2[^1];
    }
}


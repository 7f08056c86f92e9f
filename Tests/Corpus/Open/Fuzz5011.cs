// Found by the fuzzer (program 5011 of seed 20261130): SAD0001, a value is used by Allocate where it is not defined. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz5011
{
    private static void Helper1(Span<double> y, double[] a)
    {
        double t = -(-1.375);
        int n = 0;
        while (n < 4 && !(((a[1] - y[^1]) > t)))
        {
            for (int j = 0; j < n; j++)
            {
                switch ((a.Length + j) % 3)
                {
                    case 0:
                    {
                        t = Math.Sin((0.625 + (t + t)));
                        if (!(((a[^1] - t) < t)))
                        {
                            double[] w = new double[2];
                            t += (Math.Sin(y[^1]) * Ad.StopGradient(a[1])) - Math.Max(t, t);
                            continue;
                        }
                    }
                    break;
                    case 1:
                    {
                        y[1] *= Math.Tanh(((a[0] - t) + (t * t)));
                        t += 0.5 * (((n + y.Length) % 2 == 0) ? Math.Abs(t) : t);
                        t = ((0.875 - a[^1]) + t) % 1.375;
                    }
                    break;
                    default:
                    {
                        t += t;
                        y[Math.Max(n, j) % y.Length] = y[y.Length % y.Length] * Math.Tanh((t - t));
                    }
                    break;
                }
                y[1] = Math.Sin((y[4 % y.Length] * y[^1]));
                y[0] = y[0] * (0.5 * (t + y[(j / 2) % y.Length])) - y[^1];
            }
            t *= 0.5 * t;
            n++;
        }
        double t2 = a[0] - t;
        t2 = (-(t2)) - (((Math.Max(1, 0) % 3) switch { > 1 => t2, 1 or 3 => t, _ => t2 }) + Math.Tanh(t2));
    }

    // check: new double[] { 1.625, 1.0 }, 1.125
    [Differentiable]
    public static double F(Span<double> y, double x)
    {
        double t = ((((x < x) ? y[0] : y[^1]) < -0.5) && ((y[1] * y[0]) > y[0])) ? ((y[^1] + y[^1]) * (x / (1.5 + y[^1] * y[^1]))) : x;
        if (Math.Atan2((y[^1] - t), (2.5 + Math.Sin((((t * x) > x) ? x : y[^1])))) < x)
        {
            int n = 0;
            while (n < 3 && (y[1] > t))
            {
                double[] w = new double[4];
                y[(1 + n) % y.Length] = y[n % y.Length] * Math.Tanh((t * 1.375)) - y[1];
                if (((t * t) < t) && (x > w[n % w.Length]))
                {
                    if (!((0.875 < -1.25)))
                    {
                        for (int i = 0; i < w.Length; i++)
                        {
                            Span<double> s = y[1..2];
                            x += 1.625;
                        }
                    }
                }
                else
                {
                    t += Math.Tanh(Math.Sqrt((1.5 + t * t)));
                    y[1] -= Math.Sin((-(y[1])));
                    w[w.Length - 1 - n] = Math.Sin((Ad.StopGradient((x * t)) + Math.Max(Math.Log((1.5 + w[(n * n) % w.Length] * w[(n * n) % w.Length])), (t + t))));
                }
                n++;
            }
            y[^1] *= 0.5 * ((0.625 / (1.5 + x * x)) / (2.5 + Math.Sin(t)));
            y[0] = y[0] * Math.Sin(Math.Tanh(t)) - y[1];
        }
        else
        {
            y[0] = y[^1] * Math.Sin(Math.Pow((1.5 + y[0] * y[0]), (0.5 * x))) - y[1];
            y.Slice(1).CopyTo(y.Slice(0));
            t -= (1.125 + (-0.875 + y[^1])) + (((t * y[^1]) > x) ? t : (t + y[^1]));
        }
        y[0] = y[1] * Math.Sin(Ad.StopGradient(x)) - y[0];
        return (t + t) + y[1] * y[1];
    }
}


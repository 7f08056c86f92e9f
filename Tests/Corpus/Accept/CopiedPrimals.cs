// Found by the fuzzer (program 5403 of seed 20261130): the Jacobian, which runs the method once more, lost the sign of a zero.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class CopiedPrimals
{
    private static double Helper1(ref double x, int n, Span<double> y)
    {
        for (int i = 0; i <= n; i++)
        {
            ref double r = ref y[1];
            x = y[0] * (((2 * i) % 2 == 0) ? (double)(1 / 2) : (r * ((n * n) % 4)));
            x *= 0.5 * (Math.Abs(x) * 0.625);
        }
        for (int i2 = y.Length - 1; i2 >= 0; i2--)
        {
            if (Math.Max(x, x) > x)
            {
                double t = x;
                y[(i2 + n) % y.Length] = y[i2] * (0.5 * ((((1.5 < t) ? n : i2) % 3) switch { 0 => y[1], 1 => y[y.Length - 1 - i2], _ => y[i2] }));
            }
            else
            {
                y[(i2 + i2) % y.Length] = y[y.Length - 1 - i2] * Math.Sin(x);
            }
            y[i2] += Math.Sin(((x + x) * y[y.Length - 1 - i2]));
            bool b = (y[(i2 + i2) % y.Length] < y[y.Length - 1 - i2]) || (y[i2] > x);
            y[(i2 + 0) % y.Length] = Math.Sin((((-(y[i2])) - x) * x));
            x += Math.Sin((x = (0.5 * y[(i2 + y.Length) % y.Length])));
        }
        x /= 1.5 + x * x;
        return (-(x)) + x;
    }

    private static void Helper2(Span<double> y, double x, Span<double> y2)
    {
        for (int i = 1; i < y2.Length; i++)
        {
            x += Helper1(ref y[1], (i % 4), y);
            x = ((y[^1] * x) % 1.375) - Math.Exp(Math.Sin(Helper1(ref x, ((int)(3 * Math.Abs(Math.Sin(x))) % 4), y)));
            y[0] -= Math.Sin(Math.Log(Math.Exp(Math.Cos((x * Math.Tanh(x))))));
        }
        double t = (((y.Length / 2) % 3) switch { > 1 => y[0], 1 or 3 => x, _ => ((y2[0] + x) / (1.25 + Math.Abs(Math.Pow((1.5 + y[0] * y[0]), -1.0)))) });
        y2[^1] = Math.Abs((-(t))) * (t * (t = Math.Sin(x)));
    }

    // check: new double[] { -0.625, 1.0, -1.0, 1.75 }, new double[] { -1.375, 0.375, -1.0 }
    [Differentiable]
    public static double F(Span<double> y, Span<double> y2)
    {
        double t = ((y2[0] + y2[0]) * Math.Sqrt((1.5 + y[2] * y[2]))) - Helper1(ref y2[1], ((4 / 2) % 4), y2);
        double[] w = y2.ToArray();
        w[1] = w[0] * (0.5 * (w[^1] - t));
        double t2 = Math.Tanh((w[2] * (t + y2[0])));
        t2 = Helper1(ref t, ((((t2 * t2) > t) ? 3 : 2) % 4), y2[1..3]);
        Helper2(y2.Slice(1, 2), ((t2 / (1.5 + t2 * t2)) + (t * y2[^1])), y.Slice(2));
        t2 = Math.Abs(((t2 > y2[0]) ? (w[0] - -1.625) : Math.Min(t2, t)));
        return ((((Math.Abs(t2) + Helper1(ref y2[0], ((int)(3 * Math.Abs(Math.Sin(t))) % 4), w)) + t) + t2) + y[0] * y[^1]) + y2[2] * y2[0];
    }
}


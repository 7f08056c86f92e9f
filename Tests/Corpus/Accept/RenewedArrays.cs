using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RenewedArrays
{
    // check: new double[] { 0.5, -1, 2 }, 0.3, 4
    // check: new double[] { 0.5, -1, 2 }, 0.3, 0
    [Differentiable(Order = 2)]
    public static double Integrated(double[] x0, double h, int steps)
    {
        double[] x = x0;
        double sum = 0;
        for (int n = 0; n < steps; n++)
        {
            x = Step(x, h);
            sum += x[0] * x[2];
        }

        return sum + x[1];
    }

    private static double[] Step(double[] x, double h)
    {
        double[] k = Slope(x);
        double[] half = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            half[i] = x[i] + h / 2 * k[i];
        }

        double[] next = Slope(half);
        for (int i = 0; i < x.Length; i++)
        {
            next[i] = x[i] + h * next[i];
        }

        return next;
    }

    private static double[] Slope(double[] x)
    {
        double[] slope = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            slope[i] = Math.Sin(x[i]) - x[(i + 1) % x.Length];
        }

        return slope;
    }

    // check: new double[] { 0.5, -1, 2, 1 }, 3
    [Differentiable]
    public static double Smoothed(ReadOnlySpan<double> x, int times)
    {
        double[] values = x.ToArray();
        int n = values.Length;
        for (int t = 0; t < times; t++)
        {
            double[] next = new double[n];
            for (int i = 0; i < n; i++)
            {
                next[i] = values[i] * values[(i + 1) % n] + values[i] / 2;
            }

            if (next[0] < 5)
            {
                values = next;
            }
        }

        values[0] *= 2;
        return values[0] + values[1] * values[3];
    }

    // check: new double[] { 0.5, -1, 2 }, new double[] { 1.5, 1, -0.5 }, 3, new double[] { 1, 2, 3 }
    [Differentiable]
    public static void TwoAtOnce(double[] position, double[] velocity, int steps, Span<double> result)
    {
        double[] p = [.. position], v = [.. velocity];
        int n = 0;
        while (n < steps)
        {
            v = Sum(v, p, -0.1);
            for (int again = 0; again < 2; again++)
            {
                p = Sum(p, v, 0.05);
            }

            n++;
        }

        for (int i = 0; i < p.Length; i++)
        {
            result[i] += p[i] * v[i];
        }
    }

    private static double[] Sum(double[] a, double[] b, double factor)
    {
        double[] sum = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            sum[i] = a[i] + factor * b[i] * b[i];
        }

        return sum;
    }

    // check: new double[] { 0.5, -1 }, 3
    [Differentiable]
    public static double Same(double[] x, int times)
    {
        double[] y = [x[0], x[1] * x[0], 1];
        for (int t = 0; t < times; t++)
        {
            y = [y[1], y[2] + y[0], y[0] * y[1]];
            y = Passed(y);
        }

        return y[0] * y[1] + y[2];
    }

    private static double[] Passed(double[] y)
    {
        y[0] += 1;
        return y;
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Memory whose size a branch decides.</summary>
public static partial class DecidedSizes
{
    private static double Sum(ReadOnlySpan<double> a, double x)
    {
        double t = x;
        double[] w = a.ToArray();
        for (int i = 0; i < a.Length; i++)
        {
            w[i] *= t;
            t = Math.Sin(t * w[i]) + a[i];
        }

        return t + w[0];
    }

    private static double Scaled(Span<double> a, double x)
    {
        double t = x;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= t;
            t = Math.Sin(t * a[i]) + a[i];
        }

        return t;
    }

    private static double Level(double x, int n)
    {
        if (n <= 0)
        {
            return x;
        }

        int k = n > 2 ? 3 : 1;
        double[] w = new double[k];
        w[0] = x * x;
        if (x > 0.5)
        {
            k--;
            w[0] *= x;
        }

        double[] v = new double[k + 1];
        v[k] = w[0] * Level(x * 0.9, n - 1);
        return v[k] * v[k] + w[0];
    }

    // check: 0.9, 3
    // check: 0.4, 3
    [Differentiable(Order = 2)]
    public static double InALoop(double x, int n)
    {
        double t = x;
        for (int i = 0; i < n; i++)
        {
            int k = 2;
            if (t > 0.5)
            {
                k = 3;
                t *= Math.Sin(t);
            }

            double[] w = new double[k];
            w[0] = x;
            w[k - 1] = t * t;
            for (int j = 1; j < w.Length; j++)
            {
                w[j] += w[j - 1] * w[j];
            }

            t = w[k - 1] * w[0];
        }

        return t;
    }

    // check: 0.7, 3
    // check: 0.05, 3
    [Differentiable(Order = 2)]
    public static double FromTheIterationBefore(double x, int n)
    {
        double t = x;
        int k = 2;
        for (int i = 0; i < n; i++)
        {
            double[] w = new double[k];
            w[0] = x;
            w[k - 1] = t * t;
            if (t > 0.5)
            {
                k = 3;
                t *= Math.Sin(t);
            }
            else if (t < 0.1)
            {
                k = 4;
            }

            double[] v = new double[k];
            v[0] = w[0] * w[^1] * t;
            v[k - 1] += v[0] * x;
            t = v[k - 1] * v[0] + w[0];
        }

        return t;
    }

    // check: 0.9, 3
    // check: 2.5, 4
    [Differentiable(Order = 2)]
    public static double InABranch(double x, int n)
    {
        double t = x;
        for (int i = 0; i < n; i++)
        {
            if (t > 0.5)
            {
                int k = t > 0.75 ? 3 : 2;
                if (t > 2)
                {
                    k++;
                    t *= x;
                }

                double[] w = new double[k];
                w[0] = x;
                w[k - 1] = t * t;
                for (int j = 1; j < w.Length; j++)
                {
                    w[j] += w[j - 1] * w[j];
                }

                t = w[k - 1] * w[0];
                if (t > 3)
                {
                    return t * w[0];
                }
            }
        }

        return t;
    }

    // check: new double[] { 0.3, 0.8, -0.4, 0.6 }, 0.7, 3
    // check: new double[] { 0.3, 0.8, -0.4, 0.6 }, 0.9, 2
    [Differentiable(Order = 2)]
    public static double InEitherBranch(ReadOnlySpan<double> a, double x, int n)
    {
        double t = x;
        for (int i = 0; i < n; i++)
        {
            int k = 1;
            if (t > 0.5)
            {
                if (t > 0.75)
                {
                    k = 2;
                    t *= x;
                }

                double[] w = new double[k + 1];
                for (int j = 0; j < w.Length; j++)
                {
                    w[j] = t * a[j];
                    t = Math.Sin(t * w[j]);
                    for (int l = 0; l < k; l++)
                    {
                        t += w[l] * t * w[j];
                    }
                }

                t += Scaled(w.AsSpan(k - 1), t) * w[k];
            }
            else
            {
                double[] w = new double[k];
                w[0] = t;
                t += Sum(w, x) + Scaled(w, t);
            }
        }

        return t;
    }

    // check: 0.7, 3
    [Differentiable(Order = 2)]
    public static double InARecursion(double x, int n) => Level(x, n) * x;

    // check: new double[] { 0.3, 0.8, 0.4 }, 0.7, 4
    [Differentiable]
    public static void InACheckpointedRange(Span<double> y, double x, int n)
    {
        foreach (int i in Ad.Checkpointed(0, n, 3))
        {
            int k = 1;
            if (x > 0.5)
            {
                k = 2;
                x *= y[0];
            }

            double[] w = new double[k];
            for (int j = 0; j < k; j++)
            {
                w[j] = x * y[j];
                y[j] = w[j] * w[0];
            }

            x += w[k - 1];
        }

        int m = 1;
        if (x > 1)
        {
            m = 2;
            y[0] = x;
        }

        Span<double> s = y.Slice(m);
        for (int i = 0; i < s.Length; i++)
        {
            s[i] *= x;
            for (int j = 0; j < s.Length; j++)
            {
                x += s[j] * s[i];
            }
        }

        double[] c = s.ToArray();
        for (int i = 0; i < c.Length; i++)
        {
            c[i] *= x;
            s[i] += c[i] * c[0];
        }
    }

    // check: 0.7, 4
    // check: 1.5, 3
    [Differentiable(Order = 2)]
    public static double OfASwitch(double x, int n)
    {
        double t = x;
        for (int i = 0; i < n; i++)
        {
            int k; 
            switch (i)
            {
                case 0:
                    k = 2;
                t += x;
                break;
                case 1:
                    if (t > 1)
                {
                    continue;
                }

                k = 3;
                break;
                default:
                    k = 1;
                t *= x;
                break;
            }

            Span<double> w = new double[k + 1];
            w[0] = t;
            for (int j = 1; j < w.Length; j++)
            {
                w[j] += w[j - 1] * t;
                t += Math.Sin(w[j]);
            }

            t = w[0] * w[k];
        }

        return t;
    }

    // A loop as long as an array that a branch around it has made.
    // check: 0.7, 1
    // check: 0.7, 0
    // check: 0.3, 1
    [Differentiable(Order = 2)]
    public static double AsLongAsAnArrayOfABranch(double x, int n)
    {
        if (x > 0.5)
        {
            int[] lengths = [1, 3, 0];
            if (lengths[n] <= 2)
            {
                for (int i = 0; i < lengths.Length; i++)
                {
                    x *= Math.Sin(x);
                }
            }
        }

        return x * x;
    }
}

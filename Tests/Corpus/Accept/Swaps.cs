using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Buffer variables that loops and branches make refer to other memory: ping-pong of time steps, moving windows.</summary>
public static partial class Swaps
{
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 0.2, 0
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 0.2, 1
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 0.2, 4
    [Differentiable]
    public static double Diffusion(double[] u, double k, int steps)
    {
        double[] now = u.AsSpan().ToArray();
        double[] next = new double[u.Length];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < next.Length; i++)
            {
                double left = i > 0 ? now[i - 1] : now[^1], right = i < next.Length - 1 ? now[i + 1] : now[0];
                next[i] = now[i] + k * (left - 2 * now[i] + right) * now[i];
            }

            double[] old = now;
            now = next;
            next = old;
        }

        double sum = 0;
        for (int i = 0; i < now.Length; i++)
        {
            sum += now[i] * now[i] + 0.5 * next[i];
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, 0.2, 3
    // check: new double[] { 0.7, -1.2, 0.4 }, 0.2, 2
    [Differentiable]
    public static void Parameter(Span<double> y, double k, int steps)
    {
        Span<double> now = y;
        Span<double> next = new double[y.Length];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < y.Length; i++)
            {
                next[i] = now[i] * (1 + k * now[(i + 1) % y.Length]) + y[0];
            }

            Span<double> old = now;
            now = next;
            next = old;
        }

        if (steps % 2 == 1)
        {
            now.CopyTo(y);
        }
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, 1.3, 5
    [Differentiable]
    public static double ThreeLevels(ReadOnlySpan<double> x, double c, int steps)
    {
        double[] older = new double[x.Length], old = x.ToArray(), now = new double[x.Length];
        int step = 0;
        while (true)
        {
            for (int i = 0; i < x.Length; i++)
            {
                now[i] = c * old[i] - 0.5 * older[i] * old[(i + 1) % x.Length];
            }

            (older, old, now) = (old, now, older);
            if (++step == steps)
            {
                break;
            }
        }

        return old[0] * older[1] + now[2];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3, 1.1 }, 2
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 2
    [Differentiable]
    public static double Windows(ReadOnlySpan<double> x, int width)
    {
        double sum = 0;
        ReadOnlySpan<double> rest = x;
        while (rest.Length > width)
        {
            ReadOnlySpan<double> head = rest[..width];
            sum += head[0] * rest[width] * rest[^1];
            if (rest.Length > 4)
            {
                rest = rest.Slice(1);
            }
            else
            {
                rest = rest[2..];
            }
        }

        return sum + rest[0] * rest.Length;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 3
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 4
    [Differentiable]
    public static double Sometimes(ReadOnlySpan<double> x, int n)
    {
        ReadOnlySpan<double> now = x;
        Span<double> other = new double[2];
        double[] spare = [1, 2, 3];
        other[0] = x[3];
        for (int i = 0; i < n; i++)
        {
            other[i % 2] += now[i % now.Length] * spare[i % 3];
            if (i == 2)
            {
                now = other;
            }
            else if (now.Length > 2)
            {
                now = now[1..];
            }
        }

        return now[0] * other[1];
    }

    // check: 0.7f, 3
    [Differentiable]
    public static float Singles(float x, int n)
    {
        float[] a = [x, 1], b = [2, x * x];
        foreach (float weight in (float[])[1, 2, 3])
        {
            Step(a, b, weight);
            (a, b) = (b, a);
        }

        for (int i = 0; i < n; i++)
        {
            Swap();
            a[0] += b[1];
        }

        return a[0] * b[1] - a[1] * b[0];

        void Swap()
        {
            float[] t = a;
            a = b;
            b = t;
        }
    }

    private static void Step(Span<float> from, Span<float> to, float weight)
    {
        to[0] = from[1] * weight;
        to[1] += from[0];
    }
}

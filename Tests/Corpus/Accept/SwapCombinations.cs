using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Buffers that are swapped and have other names, in loops of all kinds, and checks inside them.</summary>
public static partial class SwapCombinations
{
    // check: new double[] { 0.7, -1.2, 0.4 }, 3
    // check: new double[] { 0.7, -1.2, 0.4 }, 2
    [Differentiable(Order = 2)]
    public static double OtherName(ReadOnlySpan<double> x, int n)
    {
        double[] a = x.ToArray(), b = new double[x.Length];
        double[] c = a;
        Span<double> d = b.AsSpan(1);
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < b.Length; k++) b[k] = a[k] * a[(k + 1) % 3] + c[0] + d[0];
            (a, b) = (b, a);
            c[1] += 0.5;
            d[1] *= 1.5;
        }

        return a[0] * b[1] + c[2] * d[0];
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, 5
    // check: new double[] { 0.7, -1.2, 0.4 }, 1
    [Differentiable(Order = 2)]
    public static double Sometimes(ReadOnlySpan<double> x, int n)
    {
        double[] a = x.ToArray(), b = [1, 2, x[1]];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            a[i % 3] *= b[(i + 1) % 3];
            if (a[0] > b[0])
            {
                double[] t = a;
                a = b;
                b = t;
                if (i == 3) continue;
            }

            sum += a[0] * b[2];
            if (sum > 40) break;
            if (sum < -40) return sum * a[1];
        }

        return sum + a[0] * b[1];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 0.3 }, 5
    [Differentiable]
    public static double Halves(ReadOnlySpan<double> x, int n)
    {
        Span<double> whole = x.ToArray();
        Span<double> a = whole[..2], b = whole[2..];
        for (int i = 0; i < n; i++)
        {
            b[0] += a[1] * a[0];
            b[1] *= a[0];
            var t = a;
            a = b;
            b = t;
            whole[0] += 0.1;
        }

        return a[0] * b[0] + whole[1] * whole[3];
    }

    // check: new double[] { 0.7, -1.2 }, new double[] { 0.4, 0.3 }, 3
    // check: new double[] { 0.7, -1.2 }, new double[] { 0.4, 0.3 }, 4
    // check: new double[] { 0.7, -1.2 }, new double[] { 0.4, 0.3 }, 0
    [Differentiable]
    public static double BothParameters(Span<double> y, Span<double> z, int n)
    {
        Span<double> a = y, b = z;
        double early = 0;
        for (int i = 0; i < n; i++)
        {
            b[0] += a[1] * a[0];
            b[1] *= a[0] + y[0] * z[1];
            var t = a;
            a = b;
            b = t;
            if (b[0] > 100)
            {
                return a[1];
            }
        }

        y[0] *= 2;
        b[1] += a[0];
        early += z[1];
        return early * y[1] + a[1];
    }

    // check: new double[] { 0.7, -1.2 }, 4
    [Differentiable]
    public static double Checkpoints(ReadOnlySpan<double> x, int n)
    {
        double[] now = x.ToArray(), next = new double[2];
        foreach (int step in Ad.Checkpointed(0, n, 2))
        {
            if (now[0] > 1e6) throw new ArithmeticException($"{step}");
            next[0] = now[0] * now[1] + 1;
            next[1] = Math.Sin(now[0]);
            (now, next) = (next, now);
        }

        return now[0] * next[1];
    }

    // check: 0.7, 4
    [Differentiable]
    public static double InnerArrays(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] a = [x, i], b = [1, x * i];
            int[] p = [0, 1], q = [1, 0];
            for (int k = 0; k < i; k++)
            {
                b[p[0]] += a[q[0]] * x;
                (a, b) = (b, a);
                (p, q) = (q, p);
            }

            sum += a[p[0]] * b[q[1]];
            Grow();

            void Grow()
            {
                for (int k = 0; k < 3; k++)
                {
                    (a, b) = (b, a);
                    a[0] += b[1];
                }
            }

            sum *= a[0];
        }

        return sum;
    }

    // check: 0.7, 4
    [Differentiable]
    public static double WhileAndSlices(double x, int n)
    {
        double[] data = new double[12];
        for (int i = 0; i < data.Length; i++) data[i] = x * i + 1;
        ReadOnlySpan<double> rest = data;
        double product = 1;
        while (rest.Length >= 3)
        {
            var (head, tail) = (rest[0], rest.Length);
            product *= head + tail * x;
            data[11] += 0.25 * x;
            if (product > 1e5) break;
            rest = rest[3..];
        }

        return product + rest.Length * x + (rest.Length > 0 ? rest[^1] : 0);
    }

    // check: new double[] { 0.7, 1.2, 0.4 }, 3
    [Differentiable(Order = 2)]
    public static double Thrown(ReadOnlySpan<double> x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Func<double, double> root = v => v >= 0 ? Math.Sqrt(v) : throw new ArgumentException("negative");
        double sum = 0;
        int k = n;
        while (k-- > 0)
        {
            double s = 0;
            for (int i = 0; i < x.Length; i++)
            {
                s += root(x[i]) * Limited(x[i] * k);
            }

            sum += s * s;
            if (double.IsNaN(sum)) throw new ArithmeticException("NaN");
        }

        return sum;

        static double Limited(double v)
        {
            switch (v)
            {
                case > 1e3: throw new OverflowException();
                case > 1: return v * v;
                default: return v;
            }
        }
    }
}

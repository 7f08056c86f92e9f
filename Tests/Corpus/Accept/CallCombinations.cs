using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Calls, patterns, structures and memory, in one another.</summary>
public static partial class CallCombinations
{
    public readonly struct Pair(double a, double b)
    {
        public double A { get; } = a;

        public double B { get; } = b;

        public double this[int index] => index == 0 ? A : B;

        public static Pair operator +(Pair left, Pair right) => new(left.A + right.A, left.B + right.B);

        public static Pair operator *(double scale, Pair pair) => new(scale * pair.A, scale * pair.B);

        public static implicit operator Pair((double A, double B) tuple) => new(tuple.A, tuple.B);

        public void Deconstruct(out double a, out double b) => (a, b) = (A, B);
    }

    private static double Weigh(double x, double y = 2.5, params ReadOnlySpan<double> more)
    {
        double sum = x / y;
        foreach (double each in more)
        {
            sum = sum * each + y;
        }

        return sum;
    }

    private static double Twice(this double x) => 2 * x;

    // check: 1.5, 0.75
    [Differentiable]
    public static double NamedAndDefaultArguments(double x, double y)
    {
        double z = x;
        double first = Weigh(y: z *= y, x: z += 1);
        return first + Weigh(x) + Weigh(x, y, x, y, z) + Weigh(z.Twice(), more: [x, y * y]).Twice();
    }

    // check: 1.5, 0.75
    // check: -1.5, 0.75
    // check: 0.5, -3
    [Differentiable]
    public static double TuplePatterns(double x, double y)
    {
        Pair p = (x, y);
        double chosen = (x > 0, y > 0) switch
        {
            (true, true) => p.A * p.B,
            (false, _) => p[0] - p[1],
            _ when x < 1 => Math.Exp(p[1]),
            _ => 0,
        };
        return p is { A: > 0, B: var b } ? chosen * b : chosen;
    }

    // check: 0.5, 1.5, 4
    [Differentiable]
    public static double PairsInALoop(double x, double y, int n)
    {
        Pair p = new(x, y), q = (1.0, x);
        for (int i = 0; i < n; i++)
        {
            (p, q) = (q + x * p, i % 2 == 0 ? p : 0.5 * q);
            (double a, double b) = p;
            if (a > 10 * b)
            {
                break;
            }
        }

        return p[0] * q[1] + q.A;
    }

    // check: new double[] { 1, 2, 3, 4, 5, 6 }
    [Differentiable]
    public static double SlicesOfSlices(Span<double> x)
    {
        Span<double> middle = x[1..^1];
        Span<double> inner = middle.Slice(1, 2);
        inner[0] *= middle[0];
        middle[1] += inner[1] * x[^1];
        inner.CopyTo(x);
        x[..2].CopyTo(middle[2..]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * (i + 1);
        }

        return sum * inner[1];
    }

    // check: 0.5, new double[] { 1, 2, 3 }
    [Differentiable]
    public static double ArraysFromExpressions(double t, ReadOnlySpan<double> x)
    {
        double[] a = [t, x[0] * t, x[1], x[2], Math.Sin(t)];
        double[] b = new double[] { a[^1], a[1], t };
        Span<double> c = [b[0], a[2], a[3]];
        (c[0], c[1]) = (c[1] * c[0], c[0]);
        double sum = 0;
        for (int i = c.Length - 1; i >= 0; i--)
        {
            sum = sum * c[i] + a[i];
        }

        return sum;
    }

    // check: new double[] { 1, -1.9, 3 }, new double[] { 0.5, 0.25, 2 }
    [Differentiable]
    public static double BranchesOnBuffers(ReadOnlySpan<double> x, Span<double> y)
    {
        double best = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            double value = x[i] > 0 ? y[i] : Math.Abs(x[i] * y[i]);
            y[i] = value;
            if (value > best)
            {
                best = value;
                y[0] += best * 0.125;
            }
        }

        return best * y[0];
    }

    // check: new double[] { 0.1, 0.2, 0.3, 0.4 }, 5
    [Differentiable]
    public static double RandomWalk(ReadOnlySpan<double> x, int steps)
    {
        Span<double> state = stackalloc double[4];
        Span<int> visits = stackalloc int[4];
        uint seed = 12345;
        double total = 0;
        for (int s = 0; s < steps; s++)
        {
            seed = seed * 1664525u + 1013904223u;
            int at = (int)(seed >> 30);
            visits[at]++;
            state[at] = state[at] * x[at] + x[visits[at] % 4] * s;
            total += state[at] / visits[at];
        }

        return total * state[0] + state[3];
    }

    // check: 0.5, 1.5
    [Differentiable]
    public static double GradientsInAStep(double x, double rate)
    {
        double y = x;
        for (int i = 0; i < 3; i++)
        {
            BowlValueAndGradient(y, rate, out double slope, out _);
            y -= 0.1 * slope;
        }

        return Bowl(y, rate);
    }

    [Differentiable]
    private static double Bowl(double x, double scale) => scale * x * x + Math.Sin(x * scale);

    // check: 1.5, -2, 0.5, new double[] { 1, 2 }
    [Differentiable]
    public static void SeveralOutputs(double x, double y, out double sum, ref double product, Span<double> both)
    {
        sum = x + y;
        product *= x * y;
        both[0] += product;
        both[1] = sum * product;
        sum = sum * sum;
    }

    // check: 2.5, 7
    [Differentiable]
    public static double LocalFunctionsCallEachOther(double x, int n)
    {
        double Even(double v, int k) => k % 2 == 0 ? v * x : Odd(v, k + 1);
        double Odd(double v, int k) => v + k * x;
        double y = 1;
        for (int k = n; k > 0; k -= 2)
        {
            y = Even(y, k) - Odd(y, k - 1) * 0.01;
        }

        return y;
    }

    // check: 0.25, 3.0
    [Differentiable]
    public static double ComplexNumbers(double re, double im)
    {
        var z = new Complex(re, im);
        Complex w = z * z + Complex.One;
        for (int i = 0; i < 2; i++)
        {
            w = w * z / new Complex(2, re);
        }

        return w.Real * w.Imaginary + w.Magnitude;
    }
}

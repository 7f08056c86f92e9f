using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Combinations of constructs that rarely meet.</summary>
public static partial class Combinations
{
    public readonly record struct Option(double Spot, double Strike, double Years)
    {
        public double Moneyness => Math.Log(Spot / Strike);

        public Option Shift(double by) => this with { Spot = Spot + by };
    }

    public struct Accumulator
    {
        public double Sum;
        public double Squares;
        public int Count;

        public void Add(double x)
        {
            Sum += x;
            Squares += x * x;
            Count++;
        }

        public readonly double Variance => Squares / Count - (Sum / Count) * (Sum / Count);
    }

    // check: new double[] { 1, 2.5, -0.5, 4 }
    [Differentiable]
    public static double MutableAccumulator(ReadOnlySpan<double> x)
    {
        Accumulator a = default;
        foreach (double each in x)
        {
            if (each > 0)
            {
                a.Add(each);
            }
        }

        Accumulator b = a;
        b.Add(x[0]);
        return a.Variance + b.Sum * b.Variance;
    }

    // check: 1.2, 1.1, 0.5
    [Differentiable]
    public static double WithExpression(double spot, double strike, double years)
    {
        var option = new Option(spot, strike, years);
        var shifted = option.Shift(0.1 * strike);
        return shifted.Moneyness * option.Moneyness / (shifted with { Years = years * spot }).Years;
    }

    // check: 3, 0.5
    // check: 4, 0.5
    // check: -1, 0.5
    [Differentiable]
    public static double SwitchInALoop(int n, double x)
    {
        double y = x;
        for (int i = 0; i < 5; i++)
        {
            switch (i % n)
            {
                case 0:
                    y *= x + 1;
                    break;
                case 1 when y > 0.6:
                    y = Math.Sqrt(y);
                    continue;
                default:
                    y += Math.Sin(x) * i;
                    break;
            }

            y = y switch { > 2 and < 3 => y / 2, < 0 => -y, _ => y * 1.1 };
        }

        return y;
    }

    // check: 2, new double[] { 1, 2, 3, 4, 5, 6 }
    [Differentiable]
    public static double EarlyReturnFromNestedLoops(double limit, ReadOnlySpan<double> x)
    {
        double total = 0;
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                total += x[3 * i + j] * x[j];
                if (total > limit * 5)
                {
                    return total * total + limit;
                }
            }
        }

        return total;
    }

    // check: new double[] { 3, 1, 2, 5, 4 }
    [Differentiable]
    public static double SortsThenWeighs(ReadOnlySpan<double> x)
    {
        Span<double> s = stackalloc double[5];
        x.Slice(0, 5).CopyTo(s);
        for (int i = 1; i < s.Length; i++)
        {
            double key = s[i];
            int j = i - 1;
            while (j >= 0 && s[j] > key)
            {
                s[j + 1] = s[j];
                j--;
            }

            s[j + 1] = key;
        }

        double sum = 0;
        for (int i = 0; i < s.Length; i++)
        {
            sum += s[i] * s[i] * i;
        }

        return sum;
    }

    // check: new double[] { 3, 1, 2, 5, 4 }, new int[] { 4, 2, 0, 1, 3 }
    [Differentiable]
    public static double PermutesInPlace(Span<double> x, Span<int> p)
    {
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            while (p[i] != i)
            {
                int t = p[i];
                (x[i], x[t]) = (x[t], x[i] * 1.5);
                (p[i], p[t]) = (p[t], t);
            }

            sum += x[i] * i;
        }

        return sum * x[0];
    }

    // check: 2.0, 1e-12
    [Differentiable]
    public static double NewtonRoot(double a, [NoDerivative] double tolerance)
    {
        double x = a;
        do
        {
            double next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < tolerance)
            {
                break;
            }

            x = next;
        }
        while (true);
        return x * x * x;
    }

    // check: new double[] { 3, 1, 2, 5, 4 }
    [Differentiable]
    public static double ArgMax(ReadOnlySpan<double> x)
    {
        int best = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[best])
            {
                best = i;
            }
        }

        return best < x.Length - 1 ? x[best] * x[best + 1] : -x[best];
    }

    // check: new double[] { 3, 1, 2, 5 }, 2.0
    [Differentiable]
    public static double LocalFunctionCaptures(ReadOnlySpan<double> x, double scale)
    {
        double sum = 0;
        int calls = 0;
        void Note(double v)
        {
            sum += v * scale;
            scale *= 0.9;
            calls++;
        }

        for (int i = 0; i < x.Length; i++)
        {
            Note(x[i]);
            if (calls > 2)
            {
                Note(sum);
            }
        }

        Func<double, double> f = v => v * sum + calls;
        return f(scale) + f(x[0]);
    }

    // check: 0.5, 1.5, -0.5
    [Differentiable]
    public static double VectorsInLoops(double x, double y, double z)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            double w = (i + 1) * x;
            var t = (A: w * y, B: z - w);
            (double p, double q) = t;
            sum += p * q + t.A;
            t.A *= q;
            sum -= t.A;
            (x, y) = (y, x);
        }

        return sum;
    }

    // check: new double[] { 1, 2, 3 }, 0.25
    [Differentiable]
    public static (double Mean, double Norm) RefLocals(Span<double> x, double t)
    {
        int at = 0;
        for (int i = 1; i < x.Length; i++)
        {
            at = x[i] > x[at] ? i : at;
        }

        ref double largest = ref x[at];
        largest *= t;
        double sum = 0, squares = 0;
        foreach (ref double each in x)
        {
            each += t;
            sum += each;
            squares += each * each;
        }

        return (sum / x.Length, Math.Sqrt(squares));
    }

    // check: 2, 1.5
    // check: 0, 1.5
    [Differentiable]
    public static double LoopChangesItsBound(int n, double x)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            y = y * x + i;
            if (y > 4 && n < 5)
            {
                n++;
                i += y > 9 ? 1 : 0;
            }
        }

        return y;
    }

    // check: 0.7, new double[] { 1, 2, 3, 4 }
    [Differentiable]
    public static double ShortCircuitWithEffects(double x, ReadOnlySpan<double> c)
    {
        int i = 0;
        double y = 0;
        while (i < c.Length && (y += c[i] * x) < 3 || i++ < 1)
        {
            y *= 1.0 + x * x;
            i++;
        }

        return y * i;
    }

    // check: 1.25f, 0.5
    [Differentiable]
    public static double MixedPrecision(float a, double b)
    {
        float t = (float)(a * b);
        double s = t * t + MathF.Sin(a);
        for (int i = 0; i < 2; i++)
        {
            t += (float)s;
            s *= t;
        }

        return s;
    }
}

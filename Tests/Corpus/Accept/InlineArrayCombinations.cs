using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using StaticAd;

namespace StaticAd.Corpus;

[InlineArray(2)]
public struct Pair2
{
    private double _first;

    public Pair2(double a, double b)
    {
        this[0] = a;
        this[1] = b;
    }

    public readonly double Product => this[0] * this[1];

    public static Pair2 operator +(Pair2 a, Pair2 b) => new(a[0] + b[0], a[1] + b[1]);

    [UnscopedRef]
    public Span<double> All() => this;
}

public partial struct Filter
{
    public Pair2 Taps;

    public double Gain;

    // check: new Filter { Taps = new Pair2(0.5, -1.5), Gain = 2 }, 0.7, 1
    [Differentiable]
    public readonly double Response(double x, int n)
    {
        double sum = Gain;
        for (int i = 0; i < 2; i++)
        {
            sum += Taps[i] * x * Taps[n];
        }

        return sum * Taps.Product;
    }
}

public static partial class InlineArrayCombinations
{
    // check: 0.7, 1.5, 0
    // check: 0.7, 1.5, 1
    // check: 0.7, 1.5, 2
    [Differentiable]
    public static double Sections(double x, double y, int kind)
    {
        switch (kind)
        {
            case 0:
                Pair2 b = new(x, y);
                return b.Product * b[0];
            case 1:
                b = new Pair2(y, y) + new Pair2(x, 1);
                b[1] *= x;
                return b.Product;
            default:
                Pair2 c = Later(out b);
                return c.Product + b[1] * x;
        }

        Pair2 Later(out Pair2 other)
        {
            other = new Pair2(x * x, y);
            other[1] += other[0];
            return other;
        }
    }

    // check: 0.7, 1.5, 3
    // check: 0.7, 1.5, 9
    [Differentiable]
    public static double Loops(double x, double y, int n)
    {
        Pair2 state = new(x, y);
        int k = 0;
        while (k < n)
        {
            Pair2 next = state;
            next[k % 2] = Math.Sin(state[0] * state[1]) + x;
            if (next[0] > 1.6)
            {
                return next.Product * k;
            }

            Shift(next[1]);
            state = next + state;
            k++;
        }

        return state.Product;

        void Shift(double by) => state[0] += by * 0.25;
    }

    // check: 0.7, 1.5
    [Differentiable]
    public static double InTuples(double x, double y)
    {
        (Pair2 Values, double Scale) all = (new Pair2(x, y), x);
        all.Values[1] *= all.Scale;
        (Pair2 a, double scale) = all;
        a[0] += scale;
        Pair2? there = x > 0 ? a : null;
        Span<double> whole = a.All();
        whole[1] *= y;
        return a.Product * all.Values.Product + (there?.Product ?? 0) + there!.Value[0];
    }

    // check: 0.7, 1.5, 1
    [Differentiable]
    public static double References(double x, double y, int at)
    {
        Pair2 a = new(x, y), b = new(y, x * x);
        ref Pair2 chosen = ref a;
        chosen[at] *= y;
        ref double element = ref Entry(ref b, 1 - at);
        element += chosen[1];
        double sum = 0;
        for (int i = 0; i < 2; i++)
        {
            ref double each = ref a[i];
            each *= b[1 - i];
            sum += each;
        }

        a[0] += sum += a[1] * (b = a)[0];
        return a.Product * b.Product + sum;
    }

    private static ref double Entry(ref Pair2 of, int at) => ref of[at];

    // check: new Pair2(0.5, -1.5), 2
    [Differentiable]
    public static double Energy(Pair2 x, double scale) => x[0] * x[0] * x[1] * scale + Math.Sin(x[1]);

    // check: 0.7, 1.5
    [Differentiable]
    public static double Descent(double x, double y)
    {
        Pair2 at = new(x, y);
        for (int step = 0; step < 2; step++)
        {
            EnergyGradient(at, x, out Pair2 slope, out double byScale);
            for (int i = 0; i < 2; i++)
            {
                at[i] -= 0.125 * slope[i] * byScale;
            }
        }

        return Energy(at, y);
    }
}

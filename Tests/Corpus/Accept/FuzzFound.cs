using System;
using System.Linq;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Programs that the fuzzer has found, made small.</summary>
public static partial class FuzzFound
{
    // check: 1.2, 0.7
    [Differentiable(Order = 2)]
    public static double DecidedByConstants(double x, double y)
    {
        if (Math.Min(1, 2) % 2 == 1)
        {
            y += x * y;
            return x * y;
        }

        int nine = 9;
        double half = 2.5;
        if (nine / 4 > 2 || half % 1.375 > 1.25)
        {
#pragma warning disable CS0162 // The condition is a constant, and false.
            return y;
#pragma warning restore CS0162
        }

        return x;
    }

    // check: 0.5
    [Differentiable]
    public static double MadeInALoopAndNeverWritten(double x)
    {
        double[] w = [Math.Sin(x), x, 0.5];
        for (int i = 0; i < w.Length; i++)
        {
            double[] zeros = new double[2];
            w[1] = Math.Tanh(w[2] * w[1] + zeros[i % zeros.Length] + x * zeros[^1]);
            w[2] = w[1] * w[0];
        }

        return w[1] * w[2];
    }

    private static double Folded(double[] a)
    {
        double t = a[0] * a[^1];
        for (int i = 1; i < a.Length; i++)
        {
            if (i % 2 == 0)
            {
                t += t * a[a.Length - 1 - i] * a[i];
            }

            t *= Math.Tanh(1.5 + t);
        }

        return t;
    }

    // check: new double[] { 1.125, -1.875, -1.0, 1.375 }
    [Differentiable]
    public static double CopiedInABranch(double[] a)
    {
        double[] w = a.AsSpan().ToArray();
        double x = a[1];
        if (w[^1] * x <= a[0])
        {
            w[0] = Math.Tanh(w[0]) * x;
            double u = Folded(w);
            w[0] *= u;
        }

        return Folded(w);
    }

    private static double Weighted(in double x, double y) => (3 * x) + (y * y);

    // check: 0.7
    [Differentiable(Order = 2)]
    public static double ALaterArgumentAssignsWhatIsPassedByReference(double x)
    {
        double y = Math.Sin(x);
        double sum = Weighted(y, y *= Math.Tanh(x));
        return sum + Weighted(in y, Doubled(ref y));
    }

    private static double Doubled(ref double y)
    {
        y *= 2;
        return y * y;
    }

    private static double Powers(in double x, double y, int n) => n <= 0 ? x * y : (x * Powers(in y, x + 1, n - 1)) + y;

    // check: 0.7, 3
    [Differentiable]
    public static double TheSameOfARecursiveMethod(double x, int n)
    {
        double y = Math.Cos(x);
        return Powers(y, y += x * x, n) * y;
    }

    private readonly record struct Turn(double Sin, double Cos);

    private static double Turned(in Turn turn, double by, int n) => n <= 0 ? turn.Sin * by : Turned(in turn, by * turn.Cos, n - 1);

    // check: 0.7, 2
    [Differentiable]
    public static double TheSameOfAStructure(double x, int n)
    {
        var turn = new Turn(Math.Sin(x), x);
        return Turned(turn, (turn = new Turn(turn.Cos * x, turn.Sin)).Sin, n);
    }

    // check: 1.0, 1.625
    [Differentiable(Order = 2)]
    public static double AConditionThatIsItself(double x, double y)
    {
        bool b = x > y;
        b = b && true;
        double t = b ? x : 1.5 * y;
        bool c = !b || false;
        c = c ? true : false;
        return c ? t * t : x * y;
    }

    // check: 1.5, -1.5
    // check: 1.5, 0.25
    [Differentiable(Order = 2)]
    public static double TheSignOfAZeroThatIsADifference(double x, double y) => -x - y;

    // check: 0.375, new double[] { 0.5, -0.5, 0.75 }
    // check: 0.875, new double[] { 0.5, -0.5, 0.75 }
    [Differentiable(Order = 2)]
    public static double MemoryOfItsOwnInALoopOfABranch(double x, ReadOnlySpan<double> a)
    {
        double[] w = a.ToArray();
        double sum = x;
        if (x < w[0])
        {
            foreach (ref double each in w.AsSpan(0, 2))
            {
                w[1] = Math.Sin(each * w[2]);
                for (int i = 0; i < 2; i++)
                {
                    sum -= Math.Sin(each * each);
                    double[] pair = [each * x, x];
                    pair[i] = Math.Tanh(pair[1]) * each;
                    sum += pair[0] * pair[1];
                }
            }
        }

        return sum * w[1];
    }

    // check: 0.25, new double[] { 0.5, -0.25, 0.75, 1.25 }
    // check: 1.75, new double[] { 0.5, -0.25, 0.75, 1.25 }
    [Differentiable(Order = 2)]
    public static double ATableInABranchAroundCheckpoints(double x, ReadOnlySpan<double> a)
    {
        double[] w = a.ToArray();
        double t = x;
        if (x < 1)
        {
            int[] shift = [1, 3, 0, 2];
            double[] factor = [x, a[0] * a[1], 0.5 * x];
            foreach (int step in Ad.Checkpointed(0, 3, 2))
            {
                for (int i = 1; i < w.Length; i++)
                {
                    if (shift[step] < i)
                    {
                        (w[i - 1], t) = (Math.Sin(t), w[i] * factor[step]);
                    }
                }
            }
        }

        return t + (w[0] * w[2]);
    }

    private static double Quotients(ref double x, int n)
    {
        double[] w = [1.5, x, x * x];
        foreach (int step in Ad.Checkpointed(0, n, 2))
        {
            double[] copy = w.AsSpan().ToArray();
            copy[^1] += x;
            x /= copy[step];
        }

        return x;
    }

    // check: 0.75
    // check: 1.75
    [Differentiable(Order = 2)]
    public static double ACopyInABranchWithCheckpoints(double x)
    {
        if (x < 1.5)
        {
            double t = x;
            x = Quotients(ref t, 3) * t;
        }

        return x;
    }

    // check: -1.75, 0.5
    [Differentiable(Order = 2)]
    public static double TheMagnitudeOfZero(double x, double y)
    {
        var z = new Complex(x, y);
        Complex none = z - z;
        return x * y + Complex.Abs(none) + x * none.Magnitude + Complex.Abs(z) * z.Magnitude;
    }

    // check: 1.5, -0.0
    // check: 1.5, 0.25
    [Differentiable]
    public static Complex TheRootOfARealNumber(double x, double y) => Complex.Sqrt(new Complex(x, y)) + Complex.Sqrt(new Complex(-x, -0.0 * x));

    // check: 0.5
    [Differentiable]
    public static Half AHalfThatIsMinusZero(double x) => ((Half)(-1.625f)) * (Half)0;

    // check: new int[] { 3, 1, 1, 0 }, new double[] { 1.625, 1.5, 1.625, 1.375 }, new Complex[] { new(0.75, 1.875), new(-1.625, -0.25) }
    [Differentiable]
    public static double APartOfAnElementInAPlaceThatWasSaved(Span<int> at, Span<double> y, ReadOnlySpan<Complex> cs)
    {
        double x = y[^1] * y[2];
        int n = 0;
        while (n < 4 && (cs.Length + at[^1]) is >= 2 or 0)
        {
            y[(n + n) % y.Length] = 0.5 * cs[(n + n) % cs.Length].Imaginary;
            y[(n * at[n]) % y.Length] = y[n] + Math.Tanh(x) * y[y.Length - 1 - n];
            n++;
        }

        return x;
    }

    private static void Moved(double x, in double x2, ref double x3)
    {
        double t = 1.5;
        double[] w = [x3, x2, t];
        w.AsSpan(0, w.Length - 1).CopyTo(w.AsSpan(1));
        foreach (double each in w)
        {
            w[^1] *= 1.5;
        }

        x3 = w[^1];
    }

    // check: new double[] { -0.5, 1.0, -0.5 }, 2, 1.75
    [Differentiable]
    public static double AnOverlappingCopyInABranchThatIsNotTaken(double[] a, int n, [NoDerivative] double c)
    {
        double[] w = [1.5, a[a.Length - 1 - n], 1.5];
        if (n == 1)
        {
            Moved(c, 1.5, ref w[w.Length - 1 - n]);
        }

        return w[n];
    }

    private static void Averaged(float x, ReadOnlySpan<float> a, out float x2)
    {
        x2 = 1.5f;
        float[] w = [1.5f, x, x2];
        w[^1] = w.Average(v => 1.5f);
    }

    // check: new float[] { 1.0f, 0.875f, 1.625f, 1.875f }
    [Differentiable(Order = 2)]
    public static float TwiceTheSameException(float[] a)
    {
        float t = 1.5f;
        Averaged(a[1], a, out t);
        Averaged(t, a, out t);
        return t * a[0];
    }
}

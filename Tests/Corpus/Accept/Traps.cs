using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Programs that source transformation is known to get wrong.</summary>
public static partial class Traps
{
    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.7, 3, -1.1 }
    [Differentiable]
    public static void InPlaceOverwriteNeedsOldValue(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = y[i] * x[i];
        }
    }

    // check: 1.3
    [Differentiable]
    public static double TimesItself(double x)
    {
        double y = x + 1;
        y *= y;
        x *= x;
        return x * y;
    }

    // check: 1.3, 0.6
    [Differentiable]
    public static double CopyThenReassign(double x, double z)
    {
        double y = x;
        x = z * z;
        y = y * x;
        x = y;
        y = z;
        return x * y;
    }

    // check: 1.3, 0.6, 6
    // check: -1.3, 0.6, 6
    [Differentiable]
    public static double AssignedInOneBranchOfALoop(double x, double y, int n)
    {
        double z = 1;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 1)
            {
                z = x * z;
            }

            y += Math.Sin(z * y);
        }

        return y;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 0.5, 2, 0.1 }
    [Differentiable]
    public static double LoopVariableChangedInTheBody(ReadOnlySpan<double> x)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i] + product;
            if (x[i] < 0)
            {
                i++;
            }

            if (i == 2)
            {
                i += 2;
            }
        }

        return product;
    }

    // check: new double[] { 1.5, -2, 0.25 }
    [Differentiable]
    public static double ShadowedNames(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double t = x[i] * x[i];
            sum += t;
        }

        for (int i = 0; i < x.Length; i++)
        {
            double t = Math.Sin(x[i]);
            sum *= t;
        }

        {
            double t = sum;
            sum = t * t;
        }

        {
            double t = x[0];
            sum += t;
        }

        return sum;
    }

    // check: 1.3, 0.6
    [Differentiable]
    public static double CotangentZeroedAfterOverwrite(double x, double y)
    {
        double t = x * x;
        double u = t * y;
        t = y * y;
        u += t * x;
        t = 5;
        return u * t;
    }

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.7, 3, -1.1 }
    [Differentiable]
    public static double BufferCotangentZeroedAfterOverwrite(ReadOnlySpan<double> x, Span<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += y[i] * y[i];
            y[i] = x[i];
            sum += y[i] * x[i];
            y[i] = 3;
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double LocalSumIntoAParameter(ReadOnlySpan<double> x)
    {
        double total = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double row = x[0];
            for (int j = 0; j < i; j++)
            {
                row += x[i] * x[j];
                if (row > 4)
                {
                    return total * row;
                }
            }

            total += Weighted(x, i) * row;
        }

        return total;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 2
    [Differentiable]
    public static double Weighted(ReadOnlySpan<double> x, int n)
    {
        double sum = 0;
        for (int i = 0; i <= n; i++)
        {
            if (x[i] < -1)
            {
                return sum - x[i] * x[i];
            }

            sum += x[i] * (i + 1);
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double TriangularBounds(ReadOnlySpan<double> x)
    {
        double total = 1;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i; j < x.Length; j++)
            {
                for (int k = i; k < j; k++)
                {
                    total += 0.1 * total * x[k] * x[j];
                }
            }
        }

        return total;
    }

    // check: 1.3, 0
    // check: 1.3, -2
    // check: 1.3, 1
    [Differentiable]
    public static double ZeroTrips(double x, int n)
    {
        double y = x * x;
        for (int i = 0; i < n; i++)
        {
            y = Math.Sin(y) * x;
            for (int j = n; j < 0; j++)
            {
                y *= x;
            }
        }

        return y * x;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, new int[] { 3, 0, 0, 2, 1, 3 }
    [Differentiable]
    public static double GatheredByIndex(ReadOnlySpan<double> x, ReadOnlySpan<int> index)
    {
        double sum = 0;
        for (int i = 0; i < index.Length; i++)
        {
            sum += sum * x[index[i]] + x[index[i]];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 7, 0.1 }, new int[] { 3, 0, 0, 2, 1, 3 }, new double[] { 1, 2, 3, 4 }
    [Differentiable]
    public static void ScatteredByIndex(ReadOnlySpan<double> x, int[] index, Span<double> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            y[index[i]] = y[index[i]] * x[i] + x[i];
        }
    }

    // check: 0.6, new double[] { 1.5, -2, 0.25, 3 }, new double[] { 7, 8, 9, 10 }
    [Differentiable]
    public static void ReadsElementWrittenBefore(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = a * y[i - 1] + x[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25 }, 4
    [Differentiable]
    public static double BufferReusedAcrossIterations(ReadOnlySpan<double> x, int rounds)
    {
        Span<double> work = stackalloc double[x.Length];
        double total = 0;
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                work[i] = round == 0 ? x[i] : Math.Sin(work[i] * x[i]);
            }

            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                sum += work[i] * work[i];
            }

            work[round % x.Length] = sum;
            total += sum * total + sum;
        }

        return total;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double PassiveMemoryChangedInPlace(ReadOnlySpan<double> x)
    {
        Span<int> next = stackalloc int[x.Length];
        for (int i = 0; i < next.Length; i++)
        {
            next[i] = (i + 1) % x.Length;
        }

        double sum = 1;
        int position = 0;
        for (int step = 0; step < 7; step++)
        {
            sum = sum * x[position] + x[next[position]];
            int after = next[position];
            next[position] = next[after];
            position = after;
        }

        return sum;
    }

    // check: 1.3, 0.7
    [Differentiable]
    public static double PassiveCounterDrivesPowers(double x, double y)
    {
        int exponent = 1;
        double sum = 0;
        while (exponent < 20)
        {
            sum += Math.Pow(x * 0.5, exponent) * y;
            exponent = exponent * 2 + 1;
        }

        return sum / exponent;
    }

    // check: 2.4, 1.7
    [Differentiable]
    public static double ActiveConditionWithNewton(double a, double start)
    {
        double x = start;
        while (Math.Abs(x * x - a) > 1e-13)
        {
            x -= (x * x - a) / (2 * x);
        }

        return x * a;
    }

    // check: 0.3, 0.9
    [Differentiable]
    public static double SelfReferenceInOneStatement(double x, double y)
    {
        double a = x, b = y;
        a = a * b + a;
        b = b - a * b;
        a -= a * (b += x);
        return a * b;
    }

    // check: new double[] { 1.5, -2, 0.25 }
    [Differentiable]
    public static double IndexIncrementedInExpression(ReadOnlySpan<double> x)
    {
        int i = 0;
        double sum = x[i++] * x[i];
        sum += x[i++] * sum;
        return sum * x[i];
    }
}

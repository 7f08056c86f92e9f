using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops that look as if their iterations were independent, and are not.</summary>
public static partial class LoopOrder
{
    // From both ends: in the middle an iteration meets what another one stored.
    // check: [0.5, 1.125, -0.625, 0.75, 0.25], [0, 0, 0, 0, 0]
    [Differentiable]
    public static void FromBothEnds(ReadOnlySpan<double> a, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a[i] * a[0];
            y[y.Length - 1 - i] = Math.Sin(a[i]);
        }
    }

    // Two iterations to an element: the second one's counts, or both add to it.
    // check: [0.5, 1.125, -0.625, 0.75, 0.25], [0, 0, 0], [1, 2, 3]
    [Differentiable]
    public static void TwoToAnElement(ReadOnlySpan<double> a, Span<double> last, Span<double> both)
    {
        for (int i = 0; i < a.Length; i++)
        {
            last[i / 2] = a[i] * a[i];
            both[i / 2] += a[i] * a[a.Length - 1 - i];
        }
    }

    // check: [0.5, 1.125, -0.625, 0.75], [1, 0, 1, 2], [0, 0, 0]
    [Differentiable]
    public static void ThroughIndices(ReadOnlySpan<double> a, int[] places, Span<double> y)
    {
        for (int i = 0; i < a.Length; i++)
        {
            y[places[i]] = a[i] * Math.Sin(a[^1]);
        }
    }

    // The places change meanwhile.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double ThroughChangingIndices(ReadOnlySpan<double> a)
    {
        int[] next = [1, 2, 0, 1];
        double[] w = new double[3];
        for (int i = 0; i < a.Length; i++)
        {
            w[next[i]] += a[i] * a[i];
            next[(i + 1) % next.Length] = (next[i] + i) % 3;
        }

        return w[0] * w[1] + w[2] * w[2];
    }

    // Shifted along: in one direction each element moves once, in the other the first one goes all the way.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable]
    public static void Shifts(Span<double> up)
    {
        for (int i = 1; i < up.Length; i++)
        {
            up[i] = up[i - 1] * 1.5;
        }

        for (int i = 0; i + 1 < up.Length; i++)
        {
            up[i] = up[i + 1] + up[i] * 0.5;
        }

        for (int i = up.Length - 1; i > 0; i--)
        {
            up[i] = Math.Sin(up[i - 1]);
        }
    }

    // Stored in every iteration, overwritten in some.
    // check: [0.5, 1.125, -0.625, 0.75], [0, 0, 0, 0]
    [Differentiable]
    public static void NowAndThenAnotherOne(ReadOnlySpan<double> a, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a[i] * a[i];
            if (a[i] > 0.6)
            {
                y[2] = a[i] * 3;
                continue;
            }

            y[i] += a[0];
        }
    }

    // Iterations whose inner loops overlap, one adding and one storing.
    // check: [0.5, 1.125, -0.625, 0.75], [0, 0, 0, 0], [0, 0, 0, 0]
    [Differentiable]
    public static void OverlappingRanges(ReadOnlySpan<double> a, Span<double> sums, Span<double> last)
    {
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = i / 2; j <= i; j++)
            {
                sums[j] += a[i] * a[j];
                last[j] = a[i] * Math.Cos(a[j]);
            }
        }
    }

    // Working memory that an iteration fills but for one element, which the one before has left.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double AllButOneElement(ReadOnlySpan<double> a)
    {
        Span<double> work = new double[4];
        double sum = 0;
        work[0] = a[0] * a[1];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 1; j < work.Length; j++)
            {
                work[j] = a[i] * work[j - 1];
            }

            sum += work[3] * a[i];
            work[0] = work[2] * a[i] + a[0];
        }

        return sum;
    }

    // Filled on one path only.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double FilledSometimes(ReadOnlySpan<double> a)
    {
        Span<double> work = new double[3];
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (i % 2 == 0)
            {
                work.Fill(Math.Sin(a[i]));
            }

            for (int j = 0; j < work.Length; j++)
            {
                sum += work[j] * a[i] * (j + 1);
                work[j] *= a[i];
            }
        }

        return sum;
    }

    // A sum that also counts as a number in between.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double SumsThatAreRead(ReadOnlySpan<double> a)
    {
        double sum = 0, other = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * a[i];
            if (sum > 1)
            {
                other += a[i];
            }

            (sum, other) = (other + a[0], sum);
        }

        return sum * other;
    }

    // The rank of an element is a count that the next iteration goes on with, and places what is stored.
    // check: [0.5, 1.125, -0.625, 0.75], [0, 0, 0, 0]
    [Differentiable]
    public static int Compacted(ReadOnlySpan<double> a, Span<double> y)
    {
        int count = 0;
        for (int i = 0; i < a.Length; i++)
        {
            y[count] = a[i] * a[i];
            for (int j = 0; j < 2; j++)
            {
                y[count] += a[j] * a[i];
            }

            if (a[i] > 0)
            {
                count++;
            }
        }

        return count;
    }

    // check: [0.5, 1.125, -0.625, 0.75], [0, 0, 0, 0]
    [Differentiable]
    public static void EndedEarly(ReadOnlySpan<double> a, Span<double> y)
    {
        for (int i = 0; i < a.Length; i++)
        {
            y[0] = a[i] * a[1];
            for (int j = 0; j < a.Length; j++)
            {
                if (a[j] * a[i] < 0)
                {
                    break;
                }

                y[j] = Math.Sin(a[j]) * a[i];
            }

            if (a[i] < 0)
            {
                return;
            }
        }
    }

    // A window that moves by less than its length.
    // check: [0.5, 1.125, -0.625, 0.75, 0.25], [0, 0, 0, 0, 0]
    [Differentiable]
    public static void Windows(ReadOnlySpan<double> a, Span<double> y)
    {
        for (int i = 0; i + 2 < y.Length; i++)
        {
            Span<double> window = y.Slice(i, 3);
            window[0] = a[i] * a[i + 1];
            window[2] = Math.Sin(a[i]);
            a.Slice(i, 2).CopyTo(window[1..]);
        }
    }

    // Overwritten after the loop: what it has read is no longer there, and its cotangents are another's.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable]
    public static double OverwrittenAfterwards(Span<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double term = 1;
            for (int j = 0; j <= i; j++)
            {
                term *= y[j];
            }

            sum += term * y[i];
        }

        y[1] = sum * y[2];
        return sum;
    }

    // The same loop again and again: the last time around decides, and what it stores the next time reads.
    // check: [0.5, 1.125, -0.625, 0.75]
    [Differentiable(Order = 2)]
    public static double AgainAndAgain(ReadOnlySpan<double> a)
    {
        Span<double> y = new double[a.Length];
        Span<double> next = new double[a.Length];
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < a.Length; i++)
            {
                double total = a[i];
                for (int j = 0; j < a.Length; j++)
                {
                    total += y[j] * a[(i + j) % a.Length];
                }

                next[i] = Math.Tanh(total);
                next[i / 2] += a[i] * k;
            }

            next.CopyTo(y);
        }

        return y[0] * y[1] + y[2] * y[3];
    }
}

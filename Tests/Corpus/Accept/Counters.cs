using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Counters and indices of all integer types, and loops that are counted though they are written in other ways.</summary>
public static partial class Counters
{
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 3, 4
    [Differentiable]
    public static double LongCounters(double[] x, long from, long count)
    {
        double sum = 0;
        for (long i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[x.Length - 1 - i] * i;
        }

        for (long i = from; i >= 1; i -= 2)
        {
            sum += x[i] * x[i];
        }

        for (long i = 0; i < count; i++)
        {
            sum *= x[i % x.Length] + i;
        }

        double[] copy = new double[count + 1];
        copy[count] = sum;
        return copy[(int)count] * sum;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 4
    [Differentiable]
    public static double UnsignedCounters(double[] x, uint n)
    {
        double sum = 0;
        for (uint i = 0; i < n; i++)
        {
            sum += x[i] * x[i];
        }

        for (uint i = n; i > 0; i--)
        {
            sum *= 1 + x[i - 1];
        }

        uint k = 2;
        ulong last = 3;
        return sum * x[k] + x[last];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, (byte)3
    [Differentiable]
    public static double SmallCounters(ReadOnlySpan<double> x, byte n)
    {
        double sum = 0;
        for (byte i = 0; i < n; i++)
        {
            sum += x[i] * i;
        }

        for (short i = 2; i >= 0; i--)
        {
            sum *= x[i];
        }

        for (ushort i = 0; i <= n; i += 2)
        {
            sum += x[i];
        }

        sbyte index = 1;
        return sum + x[index] * x[n];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }
    [Differentiable]
    public static double NativeCounters(double[] x)
    {
        nint length = x.Length;
        double sum = 0;
        for (nint i = 0; i < length; i += 2)
        {
            sum += x[i] * x[length - 1 - i];
        }

        nint middle = length / 2;
        return sum * x[middle];
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 4
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, 0
    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3 }, int.MinValue
    [Differentiable]
    public static double Ahead(ReadOnlySpan<double> x, int n)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            sum += x[i] * x[i + 1];
        }

        for (int i = 0; i + 1 < n; i++)
        {
            sum += Math.Sin(x[i]) * x[i + 1];
        }

        for (int i = 1; i + 2 <= n; i += 2)
        {
            sum *= x[i];
        }

        for (int i = x.Length - 1; i - 1 >= 0; i--)
        {
            sum += x[i] * x[i - 1] * 0.5;
        }

        for (int i = 0; n > 2 + i; ++i)
        {
            sum += x[i];
        }

        return sum;
    }

    // check: 0.7, 6
    // check: 1.7, 1
    [Differentiable]
    public static double LeftEarly(double x, int n)
    {
        double sum = 1;
        byte k = 0;
        do
        {
            k++;
            if (k == 2)
            {
                continue;
            }

            sum += x * k;
            if (sum > 12)
            {
                break;
            }
        }
        while (k < n);

        long rest = 5;
        while (rest > 0)
        {
            rest--;
            if (rest % 2 == 0)
            {
                continue;
            }

            sum *= x;
        }

        return sum;
    }

    // check: 0.5, 4
    // check: 0.5, -3
    [Differentiable]
    public static double FromBelowZero(double x, int n)
    {
        for (int i = -3; i < n; i++)
        {
            x = Math.Sin(x) * (x + i);
        }

        return x;
    }
}

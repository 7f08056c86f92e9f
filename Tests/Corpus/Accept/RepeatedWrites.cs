using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Loops of which each iteration writes elements that others have written: what the last one wrote counts.</summary>
public static partial class RepeatedWrites
{
    // check: 0.75, 1.375
    [Differentiable(Order = 2)]
    public static double InALoop(double a, double c)
    {
        double[] w = [c, c, a];
        for (int i = 1; i < 3; i++)
        {
            for (int n = 0; n < 2; n++)
            {
                w[n] = c * a;
            }

            w[i] = a * i;
        }

        return w[0] * w[1] * w[2];
    }

    // check: 0.75, 1.375
    [Differentiable]
    public static double InAWhile(double a, double c)
    {
        double[] w = [c, c, a];
        for (int i = 1; i < w.Length; i++)
        {
            int n = 0;
            while (n < 4 && -1.75 < a)
            {
                w[n % w.Length] = Math.Sin(c * a);
                w[2 % w.Length] += 0.5 * a;
                n++;
            }

            w[i % w.Length] = Math.Tanh(a * c * i);
        }

        return a + w[0] * w[1] * w[2];
    }

    // Downwards, in steps, and by a fill and a copy.
    // check: [0.3, -1.2, 2.5, 0.7], [0, 0, 0, 0, 0]
    [Differentiable]
    public static void Downwards(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = x.Length - 1; i >= 0; i -= 2)
        {
            y.Slice(i).Fill(x[i] * x[i]);
            for (int j = 0; j < 2; j++)
            {
                y[j + i / 2] = Math.Sin(x[i - j]) * x[j];
            }

            x.Slice(0, 2).CopyTo(y.Slice(i));
        }
    }

    // An outer loop around all of it.
    // check: [0.3, -1.2, 2.5, 0.7]
    [Differentiable]
    public static double Thrice(ReadOnlySpan<double> x)
    {
        double total = 0;
        Span<double> y = new double[4];
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 2; j++)
                {
                    y[(i * k + j) % 4] = x[i] * x[j] * (k + 1);
                }

                y[i] = x[i + 1] * x[k];
            }

            total += y[0] * y[1] * y[2] + y[3];
        }

        return total;
    }
}

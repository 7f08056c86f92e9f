using System;
using StaticAd;
using StaticAd.CompilerServices;

namespace StaticAd.Corpus;

/// <summary>The runtime's operations on whole buffers, whose derivatives are rules that have rules themselves.</summary>
public static partial class WholeOperations
{
    // check: new double[] { 0.3, -1.2, 2.5, 0.3, 1.9, -0.7, 0.2, 0.1, 2.4, -3, 0.6 }
    // check: new double[] { 1000.5, 1001, 999, double.NegativeInfinity } // kink 0.3482074278837349, 0.5740969929676946, 0.0776955791485706, 0
    [Differentiable]
    public static double LogSumExp(ReadOnlySpan<double> x) => Special.LogSumExp(x);

    // check: new float[] { 0.25f, -1.25f, 2.5f, 0.25f }
    [Differentiable]
    public static float Single(ReadOnlySpan<float> x) => Special.LogSumExp(x) * x[0];

    // check: new double[] { 0.3, -1.2, 2.5, 0.6, 1.1, -0.4 }, new double[] { 0.2, -0.3, 0.5 }, 3
    [Differentiable]
    public static double Mixture(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, int k)
    {
        double sum = 0;
        Span<double> terms = new double[k];
        for (int i = 0; i < x.Length / k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                terms[j] = weights[j] - x[i * k + j] * x[i * k + j];
            }

            sum += Special.LogSumExp(terms);
        }

        return sum - Special.LogSumExp(weights);
    }

    // check: new double[] { 0.3, -1.2, 2.5 }, 4
    [Differentiable]
    public static double InPlace(Span<double> x, int n)
    {
        for (int i = 0; i < n; i++)
        {
            x[i % x.Length] -= 0.5 * Special.LogSumExp(x);
        }

        return Special.LogSumExp(x[1..]);
    }

    // check: new double[] { 0.3, -1.2, 2.5 }, 0.8, new double[] { 7, 8, 9 }
    [Differentiable]
    public static double Softmax(ReadOnlySpan<double> x, double scale, Span<double> y) => LogSumExpRules.Vjp(x, scale, y);

    // check: new double[] { 0.3, -1.2, 2.5 }, new double[] { 1, 0.5, -0.7 }
    [Differentiable]
    public static double Mean(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double value = LogSumExpRules.Jvp(x, y, out double mean);
        return value * mean;
    }
}

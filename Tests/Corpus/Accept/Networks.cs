using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Networks
{
    // check: new double[] { 0.3, -0.2, 0.7, 0.5, -0.9, 0.1 }, new double[] { 0.05, -0.1, 0.2 }, new double[] { 1.1, -0.6, 0.4 }, new double[] { 0.8, -1.3 }, 0.5
    [Differentiable]
    public static double PerceptronLoss(
        ReadOnlySpan<double> hidden, ReadOnlySpan<double> bias, ReadOnlySpan<double> output, [NoDerivative] ReadOnlySpan<double> input,
        [NoDerivative] double target)
    {
        double prediction = 0;
        for (int unit = 0; unit < bias.Length; unit++)
        {
            double activation = bias[unit];
            for (int i = 0; i < input.Length; i++)
            {
                activation += hidden[unit * input.Length + i] * input[i];
            }

            prediction += output[unit] * Math.Tanh(activation);
        }

        double residual = prediction - target;
        return 0.5 * residual * residual;
    }

    // check: new double[] { 0.3, -0.2, 0.7, 0.5 }, new double[] { 0.05, -0.1, 0.2, 0.1 }, 0.3, new double[] { 0.5, -0.3, 0.8 }
    [Differentiable]
    public static double LongShortTermMemory(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, double start, [NoDerivative] ReadOnlySpan<double> sequence)
    {
        double cell = start;
        double state = start * 0.5;
        double loss = 0;
        for (int t = 0; t < sequence.Length; t++)
        {
            double forget = Special.Sigmoid(sequence[t] * weights[0] + biases[0]);
            double ingate = Special.Sigmoid(state * weights[1] + biases[1]);
            double outgate = Special.Sigmoid(sequence[t] * weights[2] + biases[2]);
            double change = Math.Tanh(state * weights[3] + biases[3]);
            cell = cell * forget + ingate * change;
            state = outgate * Math.Tanh(cell);
            loss += (state - sequence[t]) * (state - sequence[t]);
        }

        return loss;
    }

    // check: new double[] { 0.4, -0.7 }, new double[] { 0.1, 0.9, -0.5, 0.3, 0.8, 0.2 }, new double[] { 1, -1, 0.5 }
    [Differentiable]
    public static double Attention(ReadOnlySpan<double> query, ReadOnlySpan<double> keys, ReadOnlySpan<double> values)
    {
        int d = query.Length;
        Span<double> scores = stackalloc double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double score = 0;
            for (int j = 0; j < d; j++)
            {
                score += query[j] * keys[i * d + j];
            }

            scores[i] = score / Math.Sqrt(d);
        }

        double normaliser = Special.LogSumExp(scores);
        double result = 0;
        for (int i = 0; i < values.Length; i++)
        {
            result += Math.Exp(scores[i] - normaliser) * values[i];
        }

        return result;
    }

    // check: new double[] { 0.4, -0.7, 1.3 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void LayerNorm(ReadOnlySpan<double> x, Span<double> y)
    {
        double mean = 0;
        for (int i = 0; i < x.Length; i++)
        {
            mean += x[i];
        }

        mean /= x.Length;
        double variance = 0;
        for (int i = 0; i < x.Length; i++)
        {
            variance += (x[i] - mean) * (x[i] - mean);
        }

        double scale = 1 / Math.Sqrt(variance / x.Length + 1e-5);
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i] - mean) * scale;
        }
    }
}

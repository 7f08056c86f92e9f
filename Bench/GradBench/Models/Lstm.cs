namespace StaticAd.GradBench.Models;

/// <summary>A stack of long short-term memory layers whose products are all elementwise, as a predictor of characters.</summary>
public static partial class Lstm
{
    /// <summary>The negative mean log-likelihood of each element of a sequence, predicted from those before it.</summary>
    /// <param name="width">Length of a sequence element, and number of units in a layer.</param>
    /// <param name="mainParams">Per layer four weight vectors (forget, input, output, change), then the four bias vectors.</param>
    /// <param name="extraParams">Weights of the input, weights of the output, biases of the output.</param>
    /// <param name="state">Per layer the hidden vector, then the cell vector, before the first element.</param>
    /// <param name="sequence">The elements one after the other, at least two.</param>
    [Differentiable]
    public static double Loss(
        int width,
        ReadOnlySpan<double> mainParams, ReadOnlySpan<double> extraParams,
        [NoDerivative] ReadOnlySpan<double> state, [NoDerivative] ReadOnlySpan<double> sequence)
    {
        int layers = state.Length / (2 * width);
        int length = sequence.Length / width;
        double[] memory = state.ToArray();
        double[] signal = new double[width];
        double total = 0;
        for (int t = 0; t < length - 1; t++)
        {
            for (int j = 0; j < width; j++)
            {
                signal[j] = sequence[t * width + j] * extraParams[j];
            }

            for (int layer = 0; layer < layers; layer++)
            {
                Advance(
                    mainParams.Slice(8 * layer * width, 4 * width),
                    mainParams.Slice((8 * layer + 4) * width, 4 * width),
                    memory.AsSpan(2 * layer * width, width),
                    memory.AsSpan((2 * layer + 1) * width, width),
                    signal);
            }

            total += LogLikelihood(
                extraParams.Slice(width, width), extraParams.Slice(2 * width, width), signal, sequence.Slice((t + 1) * width, width));
        }

        return -total / ((length - 1) * width);
    }

    /// <summary>One step of one layer. The signal comes in from the layer below and leaves for the one above.</summary>
    private static void Advance(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, Span<double> hidden, Span<double> cell, Span<double> signal)
    {
        int width = hidden.Length;
        for (int j = 0; j < width; j++)
        {
            double forget = Special.Sigmoid(signal[j] * weights[j] + biases[j]);
            double input = Special.Sigmoid(hidden[j] * weights[width + j] + biases[width + j]);
            double output = Special.Sigmoid(signal[j] * weights[2 * width + j] + biases[2 * width + j]);
            double change = Math.Tanh(hidden[j] * weights[3 * width + j] + biases[3 * width + j]);
            cell[j] = cell[j] * forget + input * change;
            hidden[j] = output * Math.Tanh(cell[j]);
            signal[j] = hidden[j];
        }
    }

    /// <summary>Log-likelihood of the next element under what the top layer puts out.</summary>
    private static double LogLikelihood(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> signal, ReadOnlySpan<double> next)
    {
        double normalizer = 2;
        double chosen = 0;
        double count = 0;
        for (int j = 0; j < next.Length; j++)
        {
            double score = signal[j] * weights[j] + biases[j];
            normalizer += Math.Exp(score);
            chosen += next[j] * score;
            count += next[j];
        }

        return chosen - count * Math.Log(normalizer);
    }
}

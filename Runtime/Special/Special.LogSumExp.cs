using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    /// <summary>
    /// log Σᵢ exp(xᵢ), without overflow.
    /// </summary>
    /// <returns>-Infinity for an empty span and where all elements are -Infinity; NaN if any element is NaN.</returns>
    /// <remarks>
    /// Derivative: the softmax, exp(xᵢ - LogSumExp(x)); NaN for elements that equal an infinite result, as in PyTorch. Method:
    /// m + log(1 + Σ exp(xᵢ - m)) with the largest element m, which the sum leaves out: terms far below the largest count. The sum
    /// runs in the processor's vectors, so that its last bits depend on their width.
    /// </remarks>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = ExponentialSums.Largest(x);
        if (!double.IsFinite(largest))
        {
            return largest;
        }

        var sums = new ExponentialSums(largest);
        sums.Add(x, default, default);
        return sums.Logarithm;
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    /// <remarks>Computed in double and rounded once.</remarks>
    public static float LogSumExp(ReadOnlySpan<float> x) => SingleLogSumExp.Value(x);
}

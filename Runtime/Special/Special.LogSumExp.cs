namespace StaticAd;

public static partial class Special
{
    /// <summary>
    /// log Σᵢ exp(xᵢ), without overflow.
    /// </summary>
    /// <returns>-Infinity for an empty span and where all elements are -Infinity; NaN if any element is NaN.</returns>
    /// <remarks>
    /// Derivative: the softmax, exp(xᵢ - LogSumExp(x)). Method: m + log Σ exp(xᵢ - m) with the largest element m, summed in order;
    /// generated code computes it in the same way, so that both give the same bits.
    /// </remarks>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            largest = Math.Max(largest, x[i]);
        }

        if (!double.IsFinite(largest))
        {
            return largest;
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i] - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    /// <remarks>Computed in double and rounded once.</remarks>
    public static float LogSumExp(ReadOnlySpan<float> x)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            largest = Math.Max(largest, x[i]);
        }

        if (!double.IsFinite(largest))
        {
            return (float)largest;
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i] - largest);
        }

        return (float)(largest + Math.Log(sum));
    }
}

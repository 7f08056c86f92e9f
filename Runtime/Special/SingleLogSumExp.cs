namespace StaticAd.CompilerServices;

/// <summary>log Σ exp(xᵢ) of single precision and its derivatives, in double part by part, and rounded once.</summary>
internal static class SingleLogSumExp
{
    private const int PartLength = 128;

    public static float Value(ReadOnlySpan<float> x)
    {
        double largest = Largest(x);
        return (float)(double.IsFinite(largest) ? Sums(x, default, largest).Logarithm : largest);
    }

    public static float Vjp(ReadOnlySpan<float> x, float resultBar, Span<float> dx)
    {
        double largest = Largest(x);
        bool isFinite = double.IsFinite(largest);
        ExponentialSums sums = isFinite ? Sums(x, default, largest) : default;
        double scale = isFinite ? resultBar / sums.Total : resultBar;
        Span<double> part = stackalloc double[PartLength], weights = stackalloc double[PartLength];
        for (int start = 0; start < x.Length; start += PartLength)
        {
            int count = Widen(x, start, part);
            var again = new ExponentialSums(largest);
            again.Add(part[..count], weights, default);
            for (int i = 0; i < count; i++)
            {
                dx[start + i] = (float)(weights[i] * scale);
            }
        }

        return (float)(isFinite ? sums.Logarithm : largest);
    }

    public static float Jvp(ReadOnlySpan<float> x, ReadOnlySpan<float> xDot, out float resultDot)
    {
        double largest = Largest(x);
        if (double.IsFinite(largest))
        {
            ExponentialSums sums = Sums(x, xDot, largest);
            resultDot = (float)(sums.Products / sums.Total);
            return (float)sums.Logarithm;
        }

        double products = 0;
        for (int i = 0; i < x.Length; i++)
        {
            products += Math.Exp(x[i] - largest) * xDot[i];
        }

        resultDot = (float)products;
        return (float)largest;
    }

    private static double Largest(ReadOnlySpan<float> x)
    {
        double largest = double.NegativeInfinity;
        Span<double> part = stackalloc double[PartLength];
        for (int start = 0; start < x.Length; start += PartLength)
        {
            int count = Widen(x, start, part);
            largest = ExponentialSums.Largest(part[..count], largest);
        }

        return largest;
    }

    private static ExponentialSums Sums(ReadOnlySpan<float> x, ReadOnlySpan<float> factors, double largest)
    {
        var sums = new ExponentialSums(largest);
        Span<double> part = stackalloc double[PartLength], wideFactors = stackalloc double[PartLength];
        for (int start = 0; start < x.Length; start += PartLength)
        {
            int count = Widen(x, start, part);
            if (!factors.IsEmpty)
            {
                Widen(factors, start, wideFactors);
            }

            sums.Add(part[..count], default, factors.IsEmpty ? default : wideFactors[..count]);
        }

        return sums;
    }

    private static int Widen(ReadOnlySpan<float> x, int start, Span<double> part)
    {
        int count = Math.Min(part.Length, x.Length - start);
        for (int i = 0; i < count; i++)
        {
            part[i] = x[start + i];
        }

        return count;
    }
}

namespace StaticAd.Speed.HandWritten;

/// <summary>The gradient of <see cref="GradBench.Models.Lse.LogSumExp"/>: the exponentials are kept in it and scaled at the end.</summary>
internal static class HandWrittenLse
{
    public static double ValueAndGradient(ReadOnlySpan<double> x, Span<double> dx)
    {
        dx = dx[..x.Length];
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > max)
            {
                max = x[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double exponential = Math.Exp(x[i] - max);
            dx[i] = exponential;
            sum += exponential;
        }

        double scale = 1 / sum;
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] *= scale;
        }

        return max + Math.Log(sum);
    }
}

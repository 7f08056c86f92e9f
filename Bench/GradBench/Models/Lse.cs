namespace StaticAd.GradBench.Models;

/// <summary>The logarithm of a sum of exponentials.</summary>
public static partial class Lse
{
    /// <summary>log Σ exp(xᵢ), shifted by the largest element so that nothing overflows.</summary>
    /// <param name="x">At least one number.</param>
    [Differentiable]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
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
            sum += Math.Exp(x[i] - max);
        }

        return max + Math.Log(sum);
    }
}

namespace StaticAd.Speed.Comparisons;

/// <summary>Arrays of random numbers; the same seed gives the same numbers.</summary>
internal static class RandomArrays
{
    public static double[] Uniform(Random random, int length, double low = 0, double high = 1) =>
        Fill(length, () => low + (high - low) * random.NextDouble());

    /// <summary>Standard normal numbers, by Box and Muller's transformation.</summary>
    public static double[] Normal(Random random, int length) =>
        Fill(length, () => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static double[] Fill(int length, Func<double> next)
    {
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = next();
        }

        return values;
    }
}

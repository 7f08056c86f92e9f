namespace StaticAd.Speed.Measurement;

/// <summary>Two codes that do not compute the same are not worth comparing.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-9;

    /// <summary>Requires the largest difference to be within 1e-9 of the largest entry.</summary>
    /// <exception cref="InvalidOperationException">The results differ.</exception>
    public static void Require(string name, ReadOnlySpan<double> measured, ReadOnlySpan<double> baseline)
    {
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < baseline.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(measured[i] - baseline[i]));
            largest = Math.Max(largest, Math.Abs(baseline[i]));
        }

        if (!(worst <= Tolerance * largest))
        {
            throw new InvalidOperationException($"{name}: the results differ by {worst}, the largest entry is {largest}.");
        }
    }
}

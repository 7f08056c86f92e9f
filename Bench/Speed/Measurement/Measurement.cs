namespace StaticAd.Speed.Measurement;

/// <summary>What came out of one comparison: seconds per unit of work in each round.</summary>
internal sealed record Measurement(Comparison Comparison, double[] MeasuredSeconds, double[] BaselineSeconds)
{
    public double Measured => Quantile(MeasuredSeconds, 0.5);

    public double Baseline => Quantile(BaselineSeconds, 0.5);

    public double Ratio => Measured / Baseline;

    /// <summary>The tenth and the ninetieth percentile of the rounds' own ratios.</summary>
    public (double Low, double High) Spread
    {
        get
        {
            double[] ratios = [.. MeasuredSeconds.Zip(BaselineSeconds, (measured, baseline) => measured / baseline)];
            return (Quantile(ratios, 0.1), Quantile(ratios, 0.9));
        }
    }

    private static double Quantile(double[] values, double fraction)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Round(fraction * (sorted.Length - 1))];
    }
}

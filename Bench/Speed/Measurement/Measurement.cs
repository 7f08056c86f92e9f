namespace StaticAd.Speed.Measurement;

/// <summary>What came out of one comparison: seconds per unit of work in each round.</summary>
internal sealed record Measurement(Comparison Comparison, IReadOnlyList<double> MeasuredSeconds, IReadOnlyList<double> BaselineSeconds)
{
    public double Measured => Quantile(MeasuredSeconds, 0.5);

    public double Baseline => Quantile(BaselineSeconds, 0.5);

    /// <summary>Of the medians.</summary>
    public double Ratio => Measured / Baseline;

    /// <summary>Of the fastest rounds: the better figure on a machine that has other things to do.</summary>
    public double BestRatio => MeasuredSeconds.Min() / BaselineSeconds.Min();

    /// <summary>The tenth and the ninetieth percentile of the rounds' own ratios.</summary>
    public (double Low, double High) Spread
    {
        get
        {
            double[] ratios = [.. MeasuredSeconds.Zip(BaselineSeconds, (measured, baseline) => measured / baseline)];
            return (Quantile(ratios, 0.1), Quantile(ratios, 0.9));
        }
    }

    private static double Quantile(IEnumerable<double> values, double fraction)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Round(fraction * (sorted.Length - 1))];
    }
}

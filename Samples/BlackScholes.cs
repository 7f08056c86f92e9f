namespace StaticAd.Samples;

// Finance: the price of a European call with five Greeks from one reverse sweep, for one option
// and, through Batch = true, for a whole book of them in lanes.
public static partial class BlackScholes
{
    /// <summary>The price of a European call without dividends (Black and Scholes, 1973).</summary>
    /// <param name="spot">Price of the asset today.</param>
    /// <param name="strike">Price agreed on.</param>
    /// <param name="volatility">Standard deviation of the asset's logarithmic return, per square root of a year.</param>
    /// <param name="rate">Riskless rate, continuously compounded, per year.</param>
    /// <param name="maturity">Years until the option can be used.</param>
    [Differentiable(Batch = true)]
    public static double Call(double spot, double strike, double volatility, double rate, double maturity)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        return spot * Special.NormalCdf(d1) - strike * Math.Exp(-rate * maturity) * Special.NormalCdf(d2);
    }

    internal static void Run(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("A call option and its Greeks");
        double price = CallValueAndGradient(
            100, 105, 0.2, 0.05, 1, out double delta, out double dualDelta, out double vega, out double rho, out double dMaturity);
        output.WriteLine($"  price {price:F6}");
        output.WriteLine($"  delta {delta:F6}, dual delta {dualDelta:F6}, vega {vega:F6}, rho {rho:F6}, theta {-dMaturity:F6}");

        ReadOnlySpan<double> spot = [90, 95, 100, 105, 110];
        int count = spot.Length;
        double[] prices = new double[count];
        double[] deltas = new double[count];
        double[] others = new double[4 * count];
        CallValueAndGradientBatch(
            spot,
            strike: [105, 105, 105, 105, 105],
            volatility: [0.2, 0.2, 0.2, 0.2, 0.2],
            rate: [0.05, 0.05, 0.05, 0.05, 0.05],
            maturity: [1, 1, 1, 1, 1],
            prices,
            deltas,
            others.AsSpan(0, count),
            others.AsSpan(count, count),
            others.AsSpan(2 * count, count),
            others.AsSpan(3 * count, count));
        output.WriteLine($"  deltas of a book: {string.Join(", ", deltas.Select(value => value.ToString("F6")))}");
    }
}

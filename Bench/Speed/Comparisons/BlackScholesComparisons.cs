using StaticAd.Samples;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>Black–Scholes with five Greeks: per call against the primal, and per option in lanes against per call.</summary>
internal static class BlackScholesComparisons
{
    private const int Options = 1000;

    private static readonly double[] Spot = RandomArrays.Uniform(new Random(1), Options, 80, 120);
    private static readonly double[] Strike = RandomArrays.Uniform(new Random(2), Options, 80, 120);
    private static readonly double[] Volatility = RandomArrays.Uniform(new Random(3), Options, 0.1, 0.5);
    private static readonly double[] Rate = RandomArrays.Uniform(new Random(4), Options, 0, 0.1);
    private static readonly double[] Maturity = RandomArrays.Uniform(new Random(5), Options, 0.1, 3);
    private static readonly double[] Price = new double[Options];
    private static readonly double[] Delta = new double[Options];
    private static readonly double[] DualDelta = new double[Options];
    private static readonly double[] Vega = new double[Options];
    private static readonly double[] Rho = new double[Options];
    private static readonly double[] DMaturity = new double[Options];

    public static IEnumerable<Comparison> All =>
    [
        new("Black–Scholes: price and five Greeks ÷ price", OverPrimal, Goal: 1.6),
        new("Black–Scholes: price and Greeks, batch ÷ scalar", BatchOverScalar, Goal: 0.25),
        new("Black–Scholes: price alone, batch ÷ scalar", PriceBatchOverScalar),
    ];

    private static Contenders OverPrimal() => new(Candidate.Of(Greeks, Options), Candidate.Of(Prices, Options));

    private static Contenders BatchOverScalar()
    {
        GreeksBatch();
        double[] batch = Results();
        Greeks();
        Agreement.Require("Black–Scholes", batch, Results());
        return new(Candidate.Of(GreeksBatch, Options), Candidate.Of(Greeks, Options));
    }

    private static Contenders PriceBatchOverScalar()
    {
        PriceBatch();
        double[] batch = [.. Price];
        Prices();
        Agreement.Require("Black–Scholes price", batch, Price);
        return new(Candidate.Of(PriceBatch, Options), Candidate.Of(Prices, Options));
    }

    private static double[] Results() => [.. Price, .. Delta, .. DualDelta, .. Vega, .. Rho, .. DMaturity];

    private static void Prices()
    {
        for (int i = 0; i < Options; i++)
        {
            Price[i] = BlackScholes.Call(Spot[i], Strike[i], Volatility[i], Rate[i], Maturity[i]);
        }
    }

    private static void Greeks()
    {
        for (int i = 0; i < Options; i++)
        {
            Price[i] = BlackScholes.CallValueAndGradient(
                Spot[i], Strike[i], Volatility[i], Rate[i], Maturity[i],
                out Delta[i], out DualDelta[i], out Vega[i], out Rho[i], out DMaturity[i]);
        }
    }

    private static void PriceBatch() => BlackScholes.CallBatch(Spot, Strike, Volatility, Rate, Maturity, Price);

    private static void GreeksBatch() =>
        BlackScholes.CallValueAndGradientBatch(
            Spot, Strike, Volatility, Rate, Maturity, Price, Delta, DualDelta, Vega, Rho, DMaturity);
}

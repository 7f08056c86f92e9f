using StaticAd.GradBench.Models;
using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's log-sum-exp.</summary>
internal static class LseComparisons
{
    private const int Length = 40000;

    public static IEnumerable<Comparison> All =>
    [
        new($"lse n={Length}: gradient ÷ primal", OverPrimal, Goal: 3),
        new($"lse n={Length}: gradient ÷ hand-written", OverHandWritten),
    ];

    private static Contenders OverPrimal()
    {
        double[] x = RandomArrays.Uniform(new Random(1), Length);
        double[] dx = new double[x.Length];
        return new(Candidate.Of(() => Lse.LogSumExpGradient(x, dx)), Candidate.Of(() => Lse.LogSumExp(x)));
    }

    private static Contenders OverHandWritten()
    {
        double[] x = RandomArrays.Uniform(new Random(1), Length);
        double[] dx = new double[x.Length];
        double[] byHand = new double[x.Length];
        var contenders = new Contenders(
            Candidate.Of(() => Lse.LogSumExpGradient(x, dx)),
            Candidate.Of(() => HandWrittenLse.ValueAndGradient(x, byHand)));
        contenders.Measured.Run(1);
        contenders.Baseline.Run(1);
        Agreement.Require("lse", dx, byHand);
        return contenders;
    }
}

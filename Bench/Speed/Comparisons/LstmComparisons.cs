using StaticAd.GradBench.Models;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's stack of long short-term memory layers, by the suite's sizes.</summary>
internal static class LstmComparisons
{
    private const int Width = 14;

    public static IEnumerable<Comparison> All =>
    [
        new("lstm l=2 c=1024: gradient ÷ primal", () => OverPrimal(layers: 2, length: 1024), Goal: 4),
        new("lstm l=4 c=4096: gradient ÷ primal", () => OverPrimal(layers: 4, length: 4096), Goal: 4),
    ];

    private static Contenders OverPrimal(int layers, int length)
    {
        var random = new Random(1);
        double[] main = RandomArrays.Uniform(random, 8 * layers * Width);
        double[] extra = RandomArrays.Uniform(random, 3 * Width);
        double[] state = RandomArrays.Uniform(random, 2 * layers * Width);
        double[] sequence = RandomArrays.Uniform(random, length * Width);
        double[] dMain = new double[main.Length];
        double[] dExtra = new double[extra.Length];
        return new(
            Candidate.Of(() => Lstm.LossGradient(Width, main, extra, state, sequence, dMain, dExtra)),
            Candidate.Of(() => Lstm.Loss(Width, main, extra, state, sequence)));
    }
}

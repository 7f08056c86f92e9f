using StaticAd.GradBench.Models;
using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's least squares at its largest size.</summary>
internal static class LlsqComparisons
{
    private const int Points = 16392;
    private const int Coefficients = 128;

    public static IEnumerable<Comparison> All =>
    [
        new($"llsq n={Points} m={Coefficients}: gradient ÷ primal", OverPrimal, Goal: 3),
        new($"llsq n={Points} m={Coefficients}: gradient ÷ hand-written", OverHandWritten),
    ];

    private static Contenders OverPrimal()
    {
        double[] x = RandomArrays.Uniform(new Random(1), Coefficients);
        double[] dx = new double[x.Length];
        return new(Candidate.Of(() => Llsq.LossGradient(x, Points, dx)), Candidate.Of(() => Llsq.Loss(x, Points)));
    }

    private static Contenders OverHandWritten()
    {
        double[] x = RandomArrays.Uniform(new Random(1), Coefficients);
        double[] dx = new double[x.Length];
        double[] byHand = new double[x.Length];
        var handWritten = new HandWrittenLlsq(x.Length);
        var contenders = new Contenders(
            Candidate.Of(() => Llsq.LossGradient(x, Points, dx)),
            Candidate.Of(() => handWritten.ValueAndGradient(x, Points, byHand)));
        contenders.Measured.Run(1);
        contenders.Baseline.Run(1);
        Agreement.Require("llsq", dx, byHand);
        return contenders;
    }
}

using StaticAd.GradBench.Models;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's determinant by minors: recursion, with little work in each call.</summary>
internal static class DetComparisons
{
    public static IEnumerable<Comparison> All =>
    [
        new("det ell=7: gradient ÷ primal", () => OverPrimal(7), Goal: 4),
        new("det ell=9: gradient ÷ primal", () => OverPrimal(9), Goal: 4),
    ];

    private static Contenders OverPrimal(int rows)
    {
        double[] a = RandomArrays.Uniform(new Random(1), rows * rows);
        double[] da = new double[a.Length];
        return new(Candidate.Of(() => Det.DeterminantGradient(a, rows, da)), Candidate.Of(() => Det.Determinant(a, rows)));
    }
}

using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>Every comparison of the table, in its order.</summary>
internal static class ComparisonCatalogue
{
    /// <summary>Those whose name contains <paramref name="filter"/>, in any case.</summary>
    public static IEnumerable<Comparison> All(string filter) =>
        new[]
        {
            GmmComparisons.All,
            LlsqComparisons.All,
            LseComparisons.All,
            OdeComparisons.All,
            DetComparisons.All,
            LstmComparisons.All,
            KMeansComparisons.All,
            JacobianComparisons.All,
            NestedComparisons.All,
            ExpressionComparisons.All,
            BlackScholesComparisons.All,
            LinearAlgebraComparisons.All,
            LaneBodyComparisons.All,
        }
        .SelectMany(group => group)
        .Where(comparison => comparison.Name.Contains(filter, StringComparison.OrdinalIgnoreCase));
}

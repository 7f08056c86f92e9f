using StaticAd.GradBench.Models;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's k-means clustering: the gradient together with the diagonal of the Hessian.</summary>
internal static class KMeansComparisons
{
    public static IEnumerable<Comparison> All =>
    [
        new("kmeans k=100 n=1000 d=16: gradient and Hessian's diagonal ÷ primal", () => OverPrimal(centers: 100, count: 1000, dimensions: 16)),
    ];

    private static Contenders OverPrimal(int centers, int count, int dimensions)
    {
        var random = new Random(1);
        double[] points = RandomArrays.Uniform(random, count * dimensions);
        double[] centroids = RandomArrays.Uniform(random, centers * dimensions);
        double[] ones = new double[centroids.Length];
        Array.Fill(ones, 1);
        double[] gradient = new double[centroids.Length];
        double[] diagonal = new double[centroids.Length];
        return new(
            Candidate.Of(() => KMeans.SlopeJvp(dimensions, points, centroids, gradient, ones, diagonal)),
            Candidate.Of(() => KMeans.Cost(dimensions, points, centroids)));
    }
}

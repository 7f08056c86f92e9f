namespace StaticAd.GradBench.Models;

/// <summary>k-means clustering: how far points are from the nearest of some centroids.</summary>
public static partial class KMeans
{
    /// <summary>The sum of the points' squared distances to their nearest centroids.</summary>
    /// <param name="dimensions">Length of a point and of a centroid.</param>
    /// <param name="points">The points one after the other.</param>
    /// <param name="centroids">The centroids one after the other.</param>
    [Differentiable]
    public static double Cost(int dimensions, [NoDerivative] ReadOnlySpan<double> points, ReadOnlySpan<double> centroids)
    {
        double cost = 0;
        for (int i = 0; i < points.Length / dimensions; i++)
        {
            ReadOnlySpan<double> point = points.Slice(i * dimensions, dimensions);
            double nearest = double.PositiveInfinity;
            for (int j = 0; j < centroids.Length / dimensions; j++)
            {
                nearest = Math.Min(nearest, SquaredDistance(point, centroids.Slice(j * dimensions, dimensions)));
            }

            cost += nearest;
        }

        return cost;
    }

    /// <summary>The gradient of the cost. Its own derivative is diagonal: a centroid's coordinate moves that entry alone.</summary>
    /// <param name="dimensions">Length of a point and of a centroid.</param>
    /// <param name="points">The points one after the other.</param>
    /// <param name="centroids">The centroids one after the other.</param>
    /// <param name="slope">One number for each of the centroids' coordinates, overwritten.</param>
    [Differentiable]
    public static void Slope(
        int dimensions, [NoDerivative] ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, Span<double> slope) =>
        CostGradient(dimensions, points, centroids, slope);

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int j = 0; j < a.Length; j++)
        {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }

        return sum;
    }
}

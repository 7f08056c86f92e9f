using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class KMeansEval
{
    public static Eval Eval { get; } = new("kmeans", new Dictionary<string, Prepare>
    {
        ["cost"] = Cost,
        ["dir"] = Direction,
    });

    private static PreparedCall Cost(JsonElement input)
    {
        (int dimensions, double[] points, double[] centroids) = Problem.Read(input);
        double value = 0;
        return new PreparedCall(
            () => value = KMeans.Cost(dimensions, points, centroids),
            writer => writer.WriteNumberValue(value));
    }

    /// <summary>Newton's step. The Hessian is diagonal, so that its product with ones, the slope's tangent, is its diagonal.</summary>
    private static PreparedCall Direction(JsonElement input)
    {
        (int dimensions, double[] points, double[] centroids) = Problem.Read(input);
        double[] ones = new double[centroids.Length];
        Array.Fill(ones, 1);
        double[] gradient = new double[centroids.Length];
        double[] diagonal = new double[centroids.Length];
        double[] direction = new double[centroids.Length];
        return new PreparedCall(
            () =>
            {
                KMeans.SlopeJvp(dimensions, points, centroids, gradient, ones, diagonal);
                for (int i = 0; i < direction.Length; i++)
                {
                    direction[i] = gradient[i] / diagonal[i];
                }
            },
            writer => writer.WriteMatrix(direction, centroids.Length / dimensions, dimensions));
    }

    private sealed record Problem(int Dimensions, double[] Points, double[] Centroids)
    {
        public static Problem Read(JsonElement input)
        {
            int dimensions = input.Columns("points");
            return new Problem(
                dimensions,
                input.Matrix("points", input.Rows("points"), dimensions),
                input.Matrix("centroids", input.Rows("centroids"), dimensions));
        }
    }
}

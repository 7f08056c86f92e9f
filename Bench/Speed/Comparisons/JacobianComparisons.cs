using StaticAd.GradBench.Models;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>Jacobians: of a hand's errors by its pose, and of one observation of a bundle adjustment.</summary>
internal static class JacobianComparisons
{
    public static IEnumerable<Comparison> All =>
    [
        new("ht 2,000 vertices: Jacobian ÷ primal", () => Hand(vertices: 2000)),
        new("ba: Jacobian of one observation ÷ primal", Observation),
    ];

    private static Contenders Hand(int vertices)
    {
        const int Bones = 22;
        const int Observations = 100;
        var random = new Random(1);
        double[] theta = RandomArrays.Uniform(random, Ht.PoseParameters);
        double[] us = RandomArrays.Uniform(random, 2 * Observations);
        int[] parents = [.. Enumerable.Range(-1, Bones)];
        double[] baseRelatives = RandomArrays.Uniform(random, 16 * Bones);
        double[] inverseBaseAbsolutes = RandomArrays.Uniform(random, 16 * Bones);
        double[] basePositions = RandomArrays.Uniform(random, 4 * vertices);
        double[] weights = RandomArrays.Uniform(random, vertices * Bones);
        int[] triangles = [.. Enumerable.Range(0, 3 * vertices).Select(_ => random.Next(vertices))];
        int[] correspondences = [.. Enumerable.Range(0, Observations).Select(_ => random.Next(vertices))];
        double[] points = RandomArrays.Uniform(random, 3 * Observations);
        double[] errors = new double[3 * Observations];
        double[] jacobian = new double[errors.Length * (theta.Length + errors.Length)];
        return new(
            Candidate.Of(() => Ht.ErrorsJacobian(
                theta, us, parents, baseRelatives, inverseBaseAbsolutes, basePositions, weights, triangles, false, correspondences, points,
                errors, jacobian)),
            Candidate.Of(() => Ht.Errors(
                theta, us, parents, baseRelatives, inverseBaseAbsolutes, basePositions, weights, triangles, false, correspondences, points,
                errors)));
    }

    private static Contenders Observation()
    {
        var random = new Random(1);
        double[] camera = RandomArrays.Uniform(random, Ba.CameraParameters);
        double[] point = RandomArrays.Uniform(random, 3);
        double[] feature = RandomArrays.Uniform(random, 2);
        double[] error = new double[2];
        double[] jacobian = new double[error.Length * (Ba.CameraParameters + 3 + 1)];
        return new(
            Candidate.Of(() => Ba.ReprojectionErrorJacobian(camera, point, 0.5, feature, jacobian)),
            Candidate.Of(() => (error[0], error[1]) = Ba.ReprojectionError(camera, point, 0.5, feature)));
    }
}

namespace StaticAd.Tests.Linear;

/// <summary>Marked methods whose value and gradient go through a batch of small matrices in one sweep.</summary>
public static partial class InterleavedPrograms
{
    [Differentiable]
    public static double Seed(MatrixBatch<double> a, MatrixBatch<double> b) =>
        ((a * b.Inverse()).Transpose() + (a.Trace() * b)).Norm();

    [Differentiable]
    public static float Single(MatrixBatch<float> a, MatrixBatch<float> b) =>
        ((a * b.Inverse()).Transpose() + (a.Trace() * b)).Norm();

    /// <summary>What follows the sum is computed with numbers, with one that is active and with how many matrices there are.</summary>
    [Differentiable]
    public static double Mean(MatrixBatch<double> a, MatrixBatch<double> b, double scale)
    {
        double mean = (a.Solve(b) - a.Hadamard(b)).Sum() / a.Count;
        return scale * Math.Log(2 + Math.Sin(mean)) + (mean * mean);
    }

    /// <summary>One matrix serves the batch, and each matrix has a number of its own.</summary>
    [Differentiable]
    public static double Weighted(MatrixBatch<double> a, Matrix<double> weights, ScalarBatch<double> factors)
    {
        MatrixBatch<double> product = a * weights;
        ScalarBatch<double> norms = (factors * product).Norms() * factors;
        return ((norms * product) + a).Norm();
    }

    [Differentiable]
    public static double Factors(MatrixBatch<double> a, MatrixBatch<double> b)
    {
        MatrixBatch<double> factor = (a * a.Transpose()).Cholesky();
        return (factor.Hadamard(b) + b).Sum();
    }
}

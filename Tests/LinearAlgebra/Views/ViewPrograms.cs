using StaticAd.CompilerServices;

namespace StaticAd.Tests.Linear;

/// <summary>Marked methods that take views of matrices.</summary>
public static partial class ViewPrograms
{
    [Differentiable(Order = 2)]
    public static double Seed(MatrixBatch<double> a, MatrixBatch<double> b) =>
        ((a * b.Inverse()).Transpose() + (a.Trace() * b)).Norm();

    [Differentiable(Order = 2)]
    public static double Elements(MatrixBatch<double> a, Matrix<double> one, ScalarBatch<double> factors)
    {
        MatrixBatch<double> sum = (factors * one) + a.Hadamard(one) - (0.5 * a);
        ScalarBatch<double> norms = sum.Norms() * factors;
        return norms.Sum() + ((norms - factors) * one).Sum();
    }

    [Differentiable(Order = 2)]
    public static double Rows(MatrixBatch<double> a) => a.Softmax().Hadamard(a).Norm() + a.LogSoftmax().Sum();

    [Differentiable(Order = 2)]
    public static double Systems(MatrixBatch<double> a, MatrixBatch<double> b)
    {
        MatrixBatch<double> factor = (a * a.Transpose()).Cholesky();
        return a.Solve(b).Norm() + factor.CholeskySolve(b).Sum() + factor.SolveTriangular(b, transposed: true).Norm() + a.LogAbsDeterminant().Sum();
    }

    /// <summary>Shrinks a matrix towards the identity: all matrices are of its own making.</summary>
    [Differentiable(Order = 2)]
    public static double OwnMatrices(double[,] a, double weight)
    {
        var sample = new Matrix<double>([a[0, 0], a[0, 1], a[1, 0], a[1, 1]], 2, 2);
        var target = new Matrix<double>([1, 0, 0, 1], 2, 2);
        return (((1 - weight) * sample) + (weight * target)).Inverse().Norm();
    }

    /// <summary>The trace of A², whose derivative somebody wrote without the transpose.</summary>
    public static double Wrong(Matrix<double> a) => (a * a).Trace();

    public static double WrongVjp(Matrix<double> a, double resultBar, Span<double> da)
    {
        Require.Length(da, a.Length, nameof(da), nameof(a));
        for (int i = 0; i < da.Length; i++)
        {
            da[i] = 2 * a.Elements[i] * resultBar;
        }

        return Wrong(a);
    }
}

using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Matrices and batches of them, which operators and methods compute with.</summary>
public static partial class MatrixViews
{
    // The norm of (A B⁻¹)ᵀ + tr(A) B, over a batch of two.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3, 0.4, 0.8, -0.9, 1.5, 0.2, -0.7], [2.4, 0.8, -0.9, 0.5, 3.2, -0.7, 0.6, -0.1, 1.2, 0.3, -2.5, 0.8, 1.1, 0.2, 0.4, -0.6, 0.7, 1.9], 3
    [Differentiable(Order = 2)]
    public static double Seed(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int n)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(first, n, n);
        var b = new MatrixBatch<double>(second, n, n);
        return ((a * b.Inverse()).Transpose() + a.Trace() * b).Norm();
    }

    // One matrix beside a batch, numbers, negatives and quotients.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3], [2.4, 0.8, -0.9, 0.5, 3.2, -0.7], 1.25
    [Differentiable(Order = 2)]
    public static double Broadcast(ReadOnlySpan<double> batch, ReadOnlySpan<double> one, double s)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(batch, 2, 2, 3);
        var b = new Matrix<double>(one, 2, 3);
        MatrixBatch<double> sum = s * a - (b + a) / 1.5;
        MatrixBatch<double> product = b.Transpose() * sum;
        ScalarBatch<double> norms = product.Norms() * (2 * a.Hadamard(b).Norms()) - a.Norms();
        return (norms * product).Sum() + norms[1] * (-a)[0][1, 2] * b.Row(1)[0];
    }

    // The log density of a Gaussian, by Cholesky's factor.
    // check: [2.5, 0.4, -0.3, 0.4, 1.75, 0.2, -0.3, 0.2, 3.0], [0.5, -1.25, 0.75]
    [Differentiable(Order = 2)]
    public static double LogDensity(ReadOnlySpan<double> covariance, ReadOnlySpan<double> x)
    {
        using var arena = Arena.Enter();
        Matrix<double> factor = new Matrix<double>(covariance, x.Length, x.Length).Cholesky();
        double distance = factor.SolveTriangular(new Matrix<double>(x, x.Length, 1)).Norm(), log = 0;
        for (int i = 0; i < factor.Rows; i++)
        {
            log += Math.Log(factor[i, i]);
        }

        return -0.5 * distance * distance - log;
    }

    // check: [1.3, -0.2, 0.7, 2.1, 2.4, 0.8, -0.9, 1.5], [0.5, 0.25, 1.5, -0.75]
    [Differentiable(Order = 2)]
    public static double Decomposed(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(first, 2, 2);
        var b = new Matrix<double>(second, 2, 2);
        ScalarBatch<double> numbers = a.Determinant() * a.LogAbsDeterminant();
        MatrixBatch<double> product = (0.25 * a).Exponential().Kronecker(b);
        MatrixBatch<double> solved = (a * a.Transpose()).Cholesky().CholeskySolve(b);
        return numbers.Sum() * product.Norm() + solved.Sum() * a.SymmetricEigenvalues().Norm() - a.SingularValues().Sum()
            + b.PseudoInverse().Sum() * a.Softmax().Norm() * b.LogSoftmax().Sum() - b.Determinant();
    }

    // check: [1.3, -0.2, 0.7, 2.1, 2.4, 0.8, -0.9, 1.5, 0.4, -1.1, 0.6, 0.2], 1
    [Differentiable]
    public static double Parts(ReadOnlySpan<double> elements, int first)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 2, 2, 3);
        Matrix<double> corner = a[1].Block(0, first, 2, 2);
        return (a.Block(0, 0, 2, 2) * corner.Repeat(2)).Norm() * corner.Trace();
    }

    // A filter: matrices that a loop changes, and helpers that take and return them.
    // check: [0.9, 0.2, -0.1, 0.8], [0.5, 0.1, 0.1, 0.7], [1.0, -0.5, 0.25], 3
    [Differentiable]
    public static double Filtered(ReadOnlySpan<double> transition, ReadOnlySpan<double> noise, ReadOnlySpan<double> y, int n)
    {
        using var arena = Arena.Enter();
        var f = new Matrix<double>(transition, 2, 2);
        var q = new Matrix<double>(noise, 2, 2);
        Matrix<double> p = q + f * f.Transpose();
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            p = Predicted(f, p, q);
            sum += y[i] * p.Trace() / (1 + p[0, 1] * p[1, 0]);
        }

        return sum;
    }

    private static Matrix<double> Predicted(Matrix<double> f, Matrix<double> p, Matrix<double> q) => f * p * f.Transpose() + q;

    // check: [1.25f, -0.25f, 0.75f, 2f], [0.5f, 0.75f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        using var arena = Arena.Enter();
        var matrix = new Matrix<float>(a, 2, 2);
        return matrix.Solve(new Matrix<float>(b, 2, 1)).Sum() * matrix.Norm();
    }

    // check: [1.3, -0.2, 0.7, 2.1, 0.4, 1.7, -1.1, 0.3], [0, 0, 0, 0, 0, 0, 0, 0]
    [Differentiable(Order = 2)]
    public static void Written(ReadOnlySpan<double> a, Span<double> y)
    {
        using var arena = Arena.Enter();
        var batch = new MatrixBatch<double>(a, 2, 2);
        (batch * batch).CopyTo(y);
    }
}

using StaticAd;

namespace StaticAd.Speed;

/// <summary>Operations on batches of matrices, to be pulled back.</summary>
public static partial class BatchedMatrices
{
    /// <summary>The norm of (A B⁻¹)ᵀ + tr(A) B over a batch.</summary>
    [Differentiable]
    public static double Expression(MatrixBatch<double> a, MatrixBatch<double> b) => ((a * b.Inverse()).Transpose() + (a.Trace() * b)).Norm();

    /// <summary>The inverses of matrices.</summary>
    [Differentiable]
    public static void Inverse(ReadOnlySpan<double> a, Span<double> inverse, int n) => LinearAlgebra.Inverse(a, inverse, n);

    /// <summary>The solutions of A X = B.</summary>
    [Differentiable]
    public static void Solve(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> x, int n, int columns) => LinearAlgebra.Solve(a, b, x, n, columns);

    /// <summary>The Cholesky factors of matrices.</summary>
    [Differentiable]
    public static void Cholesky(ReadOnlySpan<double> a, Span<double> factor, int n) => LinearAlgebra.Cholesky(a, factor, n);

    /// <summary>The products of matrices.</summary>
    [Differentiable]
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product, int n) =>
        LinearAlgebra.Multiply(a, b, product, n, n, n);
}

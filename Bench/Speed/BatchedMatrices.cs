using StaticAd;

namespace StaticAd.Speed;

/// <summary>Operations on batches of matrices, to be pulled back.</summary>
public static partial class BatchedMatrices
{
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

using System.Numerics;

namespace StaticAd.Tests.Linear;

/// <summary>Losses of both precisions that go through the rules of most operations.</summary>
public static partial class PrecisionPrograms
{
    [Differentiable]
    public static T Systems<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> x = arena.Allocate<T>(b.Length), inverse = arena.Allocate<T>(a.Length), square = arena.Allocate<T>(a.Length);
        Span<T> factor = arena.Allocate<T>(a.Length), y = arena.Allocate<T>(b.Length), signs = arena.Allocate<T>(a.Length / (n * n));
        Span<T> logs = arena.Allocate<T>(signs.Length), determinants = arena.Allocate<T>(signs.Length);
        LinearAlgebra.Solve(a, b, x, n, n);
        LinearAlgebra.Inverse(a, inverse, n);
        LinearAlgebra.Multiply(a, a, square, n, n, n, transposeB: true);
        LinearAlgebra.Cholesky(square, factor, n);
        LinearAlgebra.SolveTriangular(factor, b, y, n, n, upper: false);
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);
        LinearAlgebra.Determinant(a, determinants, n);
        return Mixed<T>(x) + Mixed<T>(inverse) + Mixed<T>(y) + Mixed<T>(logs) + Mixed<T>(determinants);
    }

    [Differentiable]
    public static T Factors<T>(ReadOnlySpan<T> a, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        int count = a.Length / (n * n);
        Span<T> q = arena.Allocate<T>(a.Length), r = arena.Allocate<T>(a.Length), values = arena.Allocate<T>(count * n), vectors = arena.Allocate<T>(a.Length);
        Span<T> u = arena.Allocate<T>(a.Length), s = arena.Allocate<T>(count * n), vt = arena.Allocate<T>(a.Length), exponential = arena.Allocate<T>(a.Length);
        LinearAlgebra.Qr(a, q, r, n, n);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        LinearAlgebra.SingularValueDecomposition(a, u, s, vt, n, n);
        LinearAlgebra.MatrixExponential(a, exponential, n);
        return Mixed<T>(q) + Mixed<T>(r) + Mixed<T>(values) + Mixed<T>(vectors) + Mixed<T>(u) + Mixed<T>(s) + Mixed<T>(vt) + Mixed<T>(exponential);
    }

    [Differentiable]
    public static T Elements<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        int count = a.Length / (n * n);
        Span<T> product = arena.Allocate<T>(a.Length), softmax = arena.Allocate<T>(a.Length), normalized = arena.Allocate<T>(a.Length);
        Span<T> norms = arena.Allocate<T>(count), cubic = arena.Allocate<T>(count), sums = arena.Allocate<T>(a.Length / n), contracted = arena.Allocate<T>(count * n);
        LinearAlgebra.Hadamard(a, b, product, n * n);
        LinearAlgebra.Softmax(a, softmax, n);
        LinearAlgebra.LayerNorm(b, normalized, n, T.One);
        LinearAlgebra.Norms(product, norms, n * n);
        LinearAlgebra.Norms(product, cubic, n * n, T.One + T.One + T.One);
        LinearAlgebra.LogSumExps(b, sums, n);
        LinearAlgebra.Einsum("bij,bjk->bk", a, b, contracted, count, n, n, n);
        return Mixed<T>(softmax) + Mixed<T>(normalized) + Mixed<T>(norms) + Mixed<T>(cubic) + Mixed<T>(sums) + Mixed<T>(contracted);
    }

    private static T Mixed<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < values.Length; i++)
        {
            sum += T.Sin(values[i] + T.CreateChecked(i));
        }

        return sum;
    }
}

using static StaticAd.Tests.Linear.Operations.OperationPrograms;

namespace StaticAd.Tests.Linear.Operations;

/// <summary>Operations on matrices that are not square, or whose right-hand sides have other shapes.</summary>
public static partial class ShapePrograms
{
    [Differentiable(Order = 2)]
    public static double Products(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows, int inner, int columns)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (rows * inner);
        Span<double> product = arena.Allocate<double>(batch * rows * columns), turned = arena.Allocate<double>(batch * rows * columns);
        Span<double> left = arena.Allocate<double>(batch * inner * columns), right = arena.Allocate<double>(batch * rows * inner);
        LinearAlgebra.Multiply(a, b, product, rows, inner, columns);
        LinearAlgebra.Transpose(product, turned, rows, columns);
        LinearAlgebra.Multiply(a, turned, left, inner, rows, columns, transposeA: true, transposeB: true);
        LinearAlgebra.Multiply(product, b, right, rows, columns, inner, transposeB: true);
        LinearAlgebra.MultiplyAdd(product, left, right, rows, columns, inner, transposeB: true);
        return Weighed(left) + Weighed(right);
    }

    [Differentiable(Order = 2)]
    public static double Solutions(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(b.Length), y = arena.Allocate<double>(b.Length), z = arena.Allocate<double>(b.Length);
        Span<double> definite = arena.Allocate<double>(a.Length), factor = arena.Allocate<double>(a.Length);
        LinearAlgebra.Solve(a, b, x, n, columns);
        LinearAlgebra.SolveTriangular(a, x, y, n, columns, upper: true);
        LinearAlgebra.SolveTriangular(a, y, z, n, columns, upper: false, unit: true, transposed: true);
        LinearAlgebra.Multiply(a, a, definite, n, n, n, transposeB: true);
        LinearAlgebra.Cholesky(definite, factor, n);
        LinearAlgebra.CholeskySolve(factor, z, y, n, columns);
        return Weighed(x) + Weighed(y) + Weighed(z);
    }

    [Differentiable(Order = 2)]
    public static double Factors(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (rows * columns), least = Math.Min(rows, columns);
        Span<double> inverse = arena.Allocate<double>(a.Length), values = arena.Allocate<double>(batch * least);
        Span<double> u = arena.Allocate<double>(batch * rows * least), vt = arena.Allocate<double>(batch * least * columns);
        LinearAlgebra.PseudoInverse(a, inverse, rows, columns);
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        return Weighed(inverse) + Weighed(u) + Weighed(values) + Weighed(vt);
    }

    [Differentiable(Order = 2)]
    public static double Blocks(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows, int inner, int columns)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (rows * inner);
        Span<double> product = arena.Allocate<double>(batch * rows * inner * inner * columns);
        LinearAlgebra.Kronecker(a, b, product, rows, inner, inner, columns);
        return Weighed(product);
    }
}

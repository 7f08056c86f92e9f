namespace StaticAd.Tests.Linear.Operations;

/// <summary>Each operation once, from batches of n by n matrices to one number.</summary>
public static partial class OperationPrograms
{
    [Differentiable(Order = 2)]
    public static double Products(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        Span<double> c = arena.Allocate<double>(a.Length), d = arena.Allocate<double>(a.Length);
        LinearAlgebra.Multiply(a, b, c, n, n, n);
        LinearAlgebra.Multiply(c, a, d, n, n, n, transposeA: true);
        LinearAlgebra.MultiplyAdd(b, c, d, n, n, n, transposeB: true);
        LinearAlgebra.MultiplyAdd(c, b, d, n, n, n, transposeA: true, transposeB: true);
        return Weighed(d);
    }

    [Differentiable(Order = 2)]
    public static double Vectors(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (n * n);
        Span<double> y = arena.Allocate<double>(n * batch), z = arena.Allocate<double>(n * batch), outer = arena.Allocate<double>(a.Length);
        ReadOnlySpan<double> x = b.Slice(0, n * batch);
        LinearAlgebra.Multiply(a, x, y, n, n, 1);
        LinearAlgebra.Multiply(y, a, z, 1, n, n);
        LinearAlgebra.Multiply(y, z, outer, n, 1, n);
        return Weighed(outer);
    }

    [Differentiable(Order = 2)]
    public static double Layouts(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (n * n);
        Span<double> turned = arena.Allocate<double>(a.Length), squares = arena.Allocate<double>(a.Length), traces = arena.Allocate<double>(batch);
        Span<double> diagonals = arena.Allocate<double>(n * batch), matrices = arena.Allocate<double>(a.Length);
        LinearAlgebra.Transpose(a, turned, n, n);
        LinearAlgebra.Hadamard(turned, a, squares, n * n);
        LinearAlgebra.Trace(squares, traces, n, n);
        LinearAlgebra.Diagonals(turned, diagonals, n, n);
        LinearAlgebra.DiagonalMatrices(diagonals, matrices, n);
        LinearAlgebra.Hadamard(matrices, squares, turned, n * n);
        return Weighed(turned) + Weighed(traces);
    }

    [Differentiable(Order = 2)]
    public static double Blocks(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (n * n);
        Span<double> pairs = arena.Allocate<double>(2 * a.Length), products = arena.Allocate<double>(a.Length);
        LinearAlgebra.Kronecker(a, b.Slice(0, n < 2 ? batch : 2 * batch), pairs.Slice(0, n < 2 ? a.Length : 2 * a.Length), n, n, 1, n < 2 ? 1 : 2);
        LinearAlgebra.Products(pairs.Slice(0, a.Length), products.Slice(0, a.Length / n), n);
        return Weighed(pairs.Slice(0, n < 2 ? a.Length : 2 * a.Length)) + Weighed(products.Slice(0, a.Length / n));
    }

    [Differentiable(Order = 2)]
    public static double Elements(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        int size = n * n, batch = a.Length / size;
        Span<double> sum = arena.Allocate<double>(a.Length), product = arena.Allocate<double>(a.Length), factors = arena.Allocate<double>(batch);
        Span<double> scaled = arena.Allocate<double>(a.Length), total = arena.Allocate<double>(size);
        ReadOnlySpan<double> one = b.Slice(0, size);
        LinearAlgebra.Add(a, one, sum, size);
        LinearAlgebra.Hadamard(sum, one, product, size);
        LinearAlgebra.Subtract(product, a, sum, size);
        LinearAlgebra.InnerProducts(sum, b, factors, size);
        LinearAlgebra.Scale(factors, product, scaled, size);
        total.Clear();
        LinearAlgebra.Accumulate(scaled, total, size);
        return Weighed(total) + Weighed(scaled);
    }

    [Differentiable(Order = 2)]
    public static double Reductions(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        int rows = a.Length / n;
        Span<double> sums = arena.Allocate<double>(rows), norms = arena.Allocate<double>(rows), others = arena.Allocate<double>(rows);
        Span<double> largest = arena.Allocate<double>(rows), smallest = arena.Allocate<double>(rows);
        LinearAlgebra.Sums(a, sums, n);
        LinearAlgebra.Norms(a, norms, n);
        LinearAlgebra.Norms(a, others, n, 3.0);
        LinearAlgebra.Maxima(a, largest, n);
        LinearAlgebra.Minima(a, smallest, n);
        return Weighed(sums) + Weighed(norms) + Weighed(others) + Weighed(largest) + Weighed(smallest);
    }

    [Differentiable(Order = 2)]
    public static double Rows(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> sums = arena.Allocate<double>(a.Length / n), y = arena.Allocate<double>(a.Length), z = arena.Allocate<double>(a.Length), u = arena.Allocate<double>(a.Length);
        LinearAlgebra.LogSumExps(a, sums, n);
        LinearAlgebra.Softmax(a, y, n);
        LinearAlgebra.LogSoftmax(y, z, n);
        LinearAlgebra.LayerNorm(a, u, n, 0.1);
        return Weighed(sums) + Weighed(z) + Weighed(u);
    }

    [Differentiable(Order = 2)]
    public static double Inverses(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> inverse = arena.Allocate<double>(a.Length);
        LinearAlgebra.Inverse(a, inverse, n);
        return Weighed(inverse);
    }

    [Differentiable(Order = 2)]
    public static double Solutions(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(a.Length), y = arena.Allocate<double>(a.Length / n);
        LinearAlgebra.Solve(a, b, x, n, n);
        LinearAlgebra.Solve(a, x.Slice(0, a.Length / n), y, n, 1);
        return Weighed(x) + Weighed(y);
    }

    [Differentiable(Order = 2)]
    public static double Triangles(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(a.Length), y = arena.Allocate<double>(a.Length);
        LinearAlgebra.SolveTriangular(a, b, x, n, n, upper: true);
        LinearAlgebra.SolveTriangular(a, x, y, n, n, upper: false, transposed: true);
        LinearAlgebra.SolveTriangular(a, y, x, n, n, upper: false, unit: true);
        LinearAlgebra.SolveTriangular(a, x, y, n, n, upper: true, unit: true, transposed: true);
        return Weighed(y);
    }

    [Differentiable(Order = 2)]
    public static double Cholesky(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        Span<double> definite = arena.Allocate<double>(a.Length), factor = arena.Allocate<double>(a.Length), x = arena.Allocate<double>(a.Length);
        LinearAlgebra.Multiply(a, a, definite, n, n, n, transposeB: true);
        LinearAlgebra.Cholesky(definite, factor, n);
        LinearAlgebra.CholeskySolve(factor, b, x, n, n);
        return Weighed(factor) + Weighed(x);
    }

    [Differentiable(Order = 2)]
    public static double Determinants(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        int batch = a.Length / (n * n);
        Span<double> signs = arena.Allocate<double>(batch), logs = arena.Allocate<double>(batch), determinants = arena.Allocate<double>(batch);
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);
        LinearAlgebra.Determinant(a, determinants, n);
        return Weighed(logs) + Weighed(determinants);
    }

    [Differentiable(Order = 2)]
    public static double Exponentials(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> exponential = arena.Allocate<double>(a.Length);
        LinearAlgebra.MatrixExponential(a, exponential, n);
        return Weighed(exponential);
    }

    /// <summary>Weights that differ, and squares, so that no two elements count alike; small, so that sums stay so.</summary>
    internal static double Weighed(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += ((i * 7 % 5) - 1.5) * values[i] * (1 + (0.3 * values[i]));
        }

        return sum / Math.Sqrt(values.Length);
    }
}

namespace StaticAd.Tests.Linear.Factors;

/// <summary>Losses that depend on all that a factorisation gives; of gauge there is none but signs.</summary>
public static partial class FactorPrograms
{
    [Differentiable(Order = 2)]
    public static double Eigenvectors(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> values = arena.Allocate<double>(a.Length / n), vectors = arena.Allocate<double>(a.Length);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        return Sum(values) + Sum(vectors);
    }

    [Differentiable(Order = 2)]
    public static double Eigenvalues(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> values = arena.Allocate<double>(a.Length / n);
        LinearAlgebra.SymmetricEigenvalues(a, values, n);
        return Sum(values);
    }

    /// <summary>What the values alone give, of a factorisation that gives the vectors too.</summary>
    [Differentiable(Order = 2)]
    public static double SquaresOfEigenvalues(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> values = arena.Allocate<double>(a.Length / n), vectors = arena.Allocate<double>(a.Length);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        double sum = 0;
        foreach (double value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    [Differentiable(Order = 2)]
    public static double OrthogonalFactors(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> q = arena.Allocate<double>(a.Length), r = arena.Allocate<double>(a.Length / rows * columns);
        LinearAlgebra.Qr(a, q, r, rows, columns);
        return Sum(q) + Sum(r);
    }

    [Differentiable(Order = 2)]
    public static double SingularVectors(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        int k = Math.Min(rows, columns), count = a.Length / (rows * columns);
        Span<double> u = arena.Allocate<double>(count * rows * k), s = arena.Allocate<double>(count * k), vt = arena.Allocate<double>(count * k * columns);
        LinearAlgebra.SingularValueDecomposition(a, u, s, vt, rows, columns);
        return Sum(u) + Sum(s) + Sum(vt);
    }

    [Differentiable(Order = 2)]
    public static double SingularValues(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> s = arena.Allocate<double>(a.Length / Math.Max(rows, columns));
        LinearAlgebra.SingularValues(a, s, rows, columns);
        return Sum(s);
    }

    [Differentiable(Order = 2)]
    public static double PseudoInverse(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> inverse = arena.Allocate<double>(a.Length);
        LinearAlgebra.PseudoInverse(a, inverse, rows, columns);
        return Sum(inverse);
    }

    [Differentiable(Order = 2)]
    public static double Exponential(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> exponential = arena.Allocate<double>(a.Length);
        LinearAlgebra.MatrixExponential(a, exponential, n);
        return Sum(exponential);
    }

    /// <summary>Factors of one matrix, as often as there are others.</summary>
    [Differentiable(Order = 2)]
    public static double OneForAll(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        int count = b.Length / (n * n);
        Span<double> values = arena.Allocate<double>(count * n), vectors = arena.Allocate<double>(b.Length), q = arena.Allocate<double>(b.Length);
        Span<double> r = arena.Allocate<double>(b.Length), exponential = arena.Allocate<double>(b.Length), product = arena.Allocate<double>(b.Length);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        LinearAlgebra.Qr(a, q, r, n, n);
        LinearAlgebra.MatrixExponential(a, exponential, n);
        LinearAlgebra.Multiply(vectors, b, product, n, n, n);
        LinearAlgebra.MultiplyAdd(q, b, product, n, n, n);
        LinearAlgebra.MultiplyAdd(exponential, b, product, n, n, n);
        LinearAlgebra.PseudoInverse(a, r, n, n);
        LinearAlgebra.MultiplyAdd(r, b, product, n, n, n);
        double sum = Sum(values);
        LinearAlgebra.SingularValueDecomposition(a, q, values, r, n, n);
        LinearAlgebra.MultiplyAdd(q, b, product, n, n, n);
        LinearAlgebra.MultiplyAdd(r, b, product, n, n, n);
        sum += Sum(values);
        LinearAlgebra.SingularValues(a, values, n, n);
        sum *= Sum(values);
        LinearAlgebra.SymmetricEigenvalues(a, values, n);
        return Sum(product) + sum + Sum(values);
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            sum += Math.Sin(numbers[i] + i);
        }

        return sum;
    }
}

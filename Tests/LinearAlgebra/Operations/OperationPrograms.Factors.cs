namespace StaticAd.Tests.Linear.Operations;

public static partial class OperationPrograms
{
    [Differentiable(Order = 2)]
    public static double OrthogonalFactors(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> q = arena.Allocate<double>(a.Length), r = arena.Allocate<double>(a.Length);
        LinearAlgebra.Qr(a, q, r, n, n);
        return Weighed(q) + Weighed(r);
    }

    [Differentiable(Order = 2)]
    public static double PseudoInverses(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> inverse = arena.Allocate<double>(a.Length);
        LinearAlgebra.PseudoInverse(a, inverse, n, n);
        return Weighed(inverse);
    }

    [Differentiable(Order = 2)]
    public static double SpectralValues(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> eigenvalues = arena.Allocate<double>(a.Length / n), singularValues = arena.Allocate<double>(a.Length / n);
        LinearAlgebra.SymmetricEigenvalues(a, eigenvalues, n);
        LinearAlgebra.SingularValues(a, singularValues, n, n);
        return Weighed(eigenvalues) + Weighed(singularValues);
    }

    [Differentiable(Order = 2)]
    public static double TriangularFactors(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> lower = arena.Allocate<double>(a.Length), upper = arena.Allocate<double>(a.Length);
        Span<int> rows = arena.Allocate<int>(a.Length / n);
        LinearAlgebra.Lu(a, lower, upper, rows, n);
        return Weighed(lower) + Weighed(upper);
    }

    [Differentiable(Order = 2)]
    public static double TallFactors(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        int size = n * n;
        Span<double> tall = arena.Allocate<double>(2 * a.Length), q = arena.Allocate<double>(2 * a.Length), r = arena.Allocate<double>(a.Length);
        Span<double> inverse = arena.Allocate<double>(2 * a.Length);
        for (int start = 0; start < a.Length; start += size)
        {
            a.Slice(start, size).CopyTo(tall.Slice(2 * start, size));
            b.Slice(start, size).CopyTo(tall.Slice((2 * start) + size, size));
        }

        LinearAlgebra.Qr(tall, q, r, 2 * n, n);
        LinearAlgebra.PseudoInverse(tall, inverse, 2 * n, n);
        return Weighed(q) + Weighed(r) + Weighed(inverse);
    }

    [Differentiable(Order = 2)]
    public static double SpectralVectors(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> values = arena.Allocate<double>(a.Length / n), vectors = arena.Allocate<double>(a.Length);
        Span<double> u = arena.Allocate<double>(a.Length), vt = arena.Allocate<double>(a.Length);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        double sum = Weighed(vectors);
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, n, n);
        return sum + Weighed(u) + Weighed(vt) + Weighed(values);
    }
}

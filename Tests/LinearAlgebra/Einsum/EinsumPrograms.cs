namespace StaticAd.Tests.Linear;

/// <summary>Losses that go through sums over indices, and through norms of any order.</summary>
public static partial class EinsumPrograms
{
    [Differentiable(Order = 2)]
    public static double Products(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int batch, int n)
    {
        using var arena = Arena.Enter();
        Span<double> product = arena.Allocate<double>(a.Length), turned = arena.Allocate<double>(a.Length), sums = arena.Allocate<double>(n * n);
        LinearAlgebra.Einsum("bij,bjk->bik", a, b, product, batch, n, n, n);
        LinearAlgebra.Einsum("ibj,bkj->kbi", product, b, turned, n, batch, n, n);
        LinearAlgebra.Einsum("bij,bik->jk", turned, a, sums, batch, n, n, n);
        return Mixed(product) + Mixed(turned) + Mixed(sums);
    }

    [Differentiable(Order = 2)]
    public static double Forms(ReadOnlySpan<double> x, ReadOnlySpan<double> m, int batch, int n)
    {
        using var arena = Arena.Enter();
        Span<double> forms = arena.Allocate<double>(batch), diagonal = arena.Allocate<double>(n), scaled = arena.Allocate<double>(batch * n);
        LinearAlgebra.Einsum("bi,ij,bj->b", x, m, x, forms, batch, n, n);
        LinearAlgebra.Einsum("ii->i", m, diagonal, n);
        LinearAlgebra.Einsum("i,bi,b->bi", diagonal, x, forms, scaled, n, batch);
        return Mixed(forms) + Mixed(scaled);
    }

    [Differentiable(Order = 2)]
    public static double Norms(ReadOnlySpan<double> a, int size, [NoDerivative] double order)
    {
        using var arena = Arena.Enter();
        Span<double> norms = arena.Allocate<double>(a.Length / size);
        LinearAlgebra.Norms(a, norms, size, order);
        return Mixed(norms);
    }

    private static double Mixed(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += Math.Sin(values[i] + i);
        }

        return sum;
    }
}

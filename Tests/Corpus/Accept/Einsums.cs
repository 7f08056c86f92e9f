using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Sums over indices, stated by equations.</summary>
public static partial class Einsums
{
    private const string Product = "bij,bjk->bik";

    public static double[] Numbers(int count, double step)
    {
        double[] a = new double[count];
        for (int i = 0; i < count; i++)
        {
            a[i] = Math.Sin(step * i + 0.3);
        }

        return a;
    }

    private static double Mixed(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += Math.Sin(values[i] * (i + 1));
        }

        return sum;
    }

    // check: Einsums.Numbers(12, 0.7), Einsums.Numbers(18, 1.3), 2, 2, 3, 3
    // check: Einsums.Numbers(96, 0.7), Einsums.Numbers(96, 1.3), 8, 3, 4, 3
    [Differentiable(Order = 2)]
    public static double Products(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int batch, int rows, int inner, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> c = arena.Allocate<double>(batch * rows * columns);
        LinearAlgebra.Einsum(Product, a, b, c, batch, rows, inner, columns);
        return Mixed(c);
    }

    // The transpose of the product with one transposed matrix, the batch in the middle.
    // check: Einsums.Numbers(12, 0.7), Einsums.Numbers(9, 1.3)
    [Differentiable(Order = 2)]
    public static double Turned(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> c = stackalloc double[12];
        LinearAlgebra.Einsum("ibj,kj->bki", a, b, c, [2, 2, 3, 3]);
        return Mixed(c);
    }

    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2, -0.9]
    [Differentiable(Order = 2)]
    public static double OfOne(ReadOnlySpan<double> a)
    {
        Span<double> transposed = stackalloc double[9], rows = stackalloc double[3], trace = stackalloc double[1];
        Span<double> diagonal = stackalloc double[3], matrix = stackalloc double[9], repeated = stackalloc double[6];
        LinearAlgebra.Einsum("ij->ji", a, transposed, 3, 3);
        LinearAlgebra.Einsum("ij -> i", transposed, rows, 3, 3);
        LinearAlgebra.Einsum("ii->", a, trace, 3);
        LinearAlgebra.Einsum("ii->i", a, diagonal, 3);
        LinearAlgebra.Einsum("i->ii", rows, matrix, 3);
        LinearAlgebra.Einsum("i->ki", diagonal, repeated, 3, 2);
        return Mixed(transposed) + Mixed(rows) * trace[0] + Mixed(matrix) + Mixed(repeated);
    }

    // Inner products, an outer product, products element by element, of two that share a buffer.
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], [1.1, 0.2, -0.9]
    [Differentiable(Order = 2)]
    public static double OfTwo(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> squares = stackalloc double[2], outer = stackalloc double[18], scaled = stackalloc double[6], total = stackalloc double[3];
        LinearAlgebra.Einsum("bi,bi->b", a, a, squares, 2, 3);
        LinearAlgebra.Einsum("bi,j->bij", a, b, outer, 2, 3, 3);
        LinearAlgebra.Einsum("bi,i->bi", a, b, scaled, 2, 3);
        LinearAlgebra.Einsum("bi,k->k", a, b, total, 2, 3, 3);
        return Mixed(squares) + Mixed(outer) + Mixed(scaled) * Mixed(total);
    }

    // Bilinear forms, of each of a batch.
    // check: [0.3, -1.2, 2.5, 0.7], [1.1, 0.2, -0.9, 0.4, 0.6, -0.3], [0.2, -0.6, 1.4, 0.8, -0.1, 0.5]
    [Differentiable(Order = 2)]
    public static double OfThree(ReadOnlySpan<double> x, ReadOnlySpan<double> m, ReadOnlySpan<double> y)
    {
        Span<double> forms = stackalloc double[2], parts = stackalloc double[12];
        LinearAlgebra.Einsum("bi,ij,bj->b", x, m, y, forms, 2, 2, 3);
        LinearAlgebra.Einsum("bi,ij,bj->bji", x, m, y, parts, 2, 2, 3);
        return Mixed(forms) + Mixed(parts);
    }

    // The elements of matrices, and a matrix of the result.
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2], [1.1, 0.2, -0.9, 0.4]
    [Differentiable(Order = 2)]
    public static double OfMatrices(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(first, 2, 2);
        Matrix<double> b = new Matrix<double>(second, 2, 2).Transpose();
        Span<double> c = arena.Allocate<double>(a.Length);
        LinearAlgebra.Einsum("bij,jk->bki", a.Elements, b.Elements, c, a.Count, a.Rows, a.Columns, b.Columns);
        return new MatrixBatch<double>(c, a.Count, b.Columns, a.Rows).Norm(3) * b.Trace();
    }

    // In a loop that renews its state, by a helper.
    // check: [0.3, -1.2, 0.5, 0.7], [1, 0.5], 4, [0, 0]
    [Differentiable(Order = 2)]
    public static void Steps(ReadOnlySpan<double> a, ReadOnlySpan<double> x, int steps, Span<double> y)
    {
        x.CopyTo(y);
        for (int i = 0; i < steps; i++)
        {
            Step(a, y);
        }
    }

    private static void Step(ReadOnlySpan<double> a, Span<double> y)
    {
        Span<double> next = stackalloc double[2];
        LinearAlgebra.Einsum("ij,j->i", a, y, next, y.Length, y.Length);
        for (int i = 0; i < next.Length; i++)
        {
            y[i] = Math.Tanh(next[i]);
        }
    }

    // check: [0.25f, -0.5f, 0.75f, 1f], [0.5f, -1.5f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a, ReadOnlySpan<float> x)
    {
        Span<float> y = stackalloc float[1];
        LinearAlgebra.Einsum("i,ij,j->", x, a, x, y, 2, 2);
        return y[0];
    }
}

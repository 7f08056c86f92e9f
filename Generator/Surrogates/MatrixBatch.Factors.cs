// What StaticAd.MatrixBatch computes in several results, as source that is differentiated.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static partial class MatrixBatchMembers
{
    public static void Qr<T>(MatrixBatch<T> a, out MatrixBatch<T> q, out MatrixBatch<T> r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> orthogonal = arena.Allocate<T>(a.Elements.Length), triangular = arena.Allocate<T>(Grid.Count(a.Count, Grid.Count(a.Columns, a.Columns)));
        LinearAlgebra.Qr<T>(a.Elements, orthogonal, triangular, a.Rows, a.Columns);
        q = new MatrixBatch<T>(orthogonal, a.Count, a.Rows, a.Columns);
        r = new MatrixBatch<T>(triangular, a.Count, a.Columns, a.Columns);
    }

    public static void Lu<T>(MatrixBatch<T> a, out MatrixBatch<T> p, out MatrixBatch<T> l, out MatrixBatch<T> u)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> permutation = arena.Allocate<T>(a.Elements.Length), lower = arena.Allocate<T>(a.Elements.Length), upper = arena.Allocate<T>(a.Elements.Length);
        Span<int> rows = arena.Allocate<int>(Grid.Count(a.Count, n));
        LinearAlgebra.Lu<T>(a.Elements, lower, upper, rows, n);
        permutation.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            permutation[((((i / n) * n) + rows[i]) * n) + (i % n)] = T.One;
        }

        p = new MatrixBatch<T>(permutation, a.Count, n, n);
        l = new MatrixBatch<T>(lower, a.Count, n, n);
        u = new MatrixBatch<T>(upper, a.Count, n, n);
    }

    public static MatrixBatch<T> SymmetricEigenvalues<T>(MatrixBatch<T> a, out MatrixBatch<T> vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> values = arena.Allocate<T>(Grid.Count(a.Count, n)), columns = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.SymmetricEigenvalues<T>(a.Elements, values, columns, n);
        vectors = new MatrixBatch<T>(columns, a.Count, n, n);
        return new MatrixBatch<T>(values, a.Count, n, 1);
    }

    public static MatrixBatch<T> SingularValues<T>(MatrixBatch<T> a, out MatrixBatch<T> u, out MatrixBatch<T> vt)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = Math.Min(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> values = arena.Allocate<T>(Grid.Count(a.Count, length));
        Span<T> left = arena.Allocate<T>(Grid.Count(a.Count, a.Rows * length)), right = arena.Allocate<T>(Grid.Count(a.Count, length * a.Columns));
        LinearAlgebra.SingularValueDecomposition<T>(a.Elements, left, values, right, a.Rows, a.Columns);
        u = new MatrixBatch<T>(left, a.Count, a.Rows, length);
        vt = new MatrixBatch<T>(right, a.Count, length, a.Columns);
        return new MatrixBatch<T>(values, a.Count, length, 1);
    }
}

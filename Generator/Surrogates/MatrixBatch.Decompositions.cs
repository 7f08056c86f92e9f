// What StaticAd.MatrixBatch computes by decompositions and row by row, as source that is differentiated.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static partial class MatrixBatchMembers
{
    public static ScalarBatch<T> Determinant<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> determinants = arena.Allocate<T>(a.Count);
        LinearAlgebra.Determinant<T>(a.Elements, determinants, n);
        return new ScalarBatch<T>(determinants);
    }

    public static ScalarBatch<T> LogAbsDeterminant<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> signs = arena.Allocate<T>(a.Count), logs = arena.Allocate<T>(a.Count);
        LinearAlgebra.SignAndLogDeterminant<T>(a.Elements, signs, logs, n);
        return new ScalarBatch<T>(logs);
    }

    public static MatrixBatch<T> CholeskySolve<T>(MatrixBatch<T> a, MatrixBatch<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(Grid.Common(a.Rows, a.Columns), right.Rows), count = Grid.Batch(a.Count, right.Count);
        using var arena = Arena.Enter();
        Span<T> solution = arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.CholeskySolve<T>(a.Elements, right.Elements, solution, n, right.Columns);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    public static MatrixBatch<T> PseudoInverse<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> inverse = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.PseudoInverse<T>(a.Elements, inverse, a.Rows, a.Columns);
        return new MatrixBatch<T>(inverse, a.Count, a.Columns, a.Rows);
    }

    public static MatrixBatch<T> Exponential<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> exponential = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.MatrixExponential<T>(a.Elements, exponential, n);
        return new MatrixBatch<T>(exponential, a.Count, n, n);
    }

    public static MatrixBatch<T> Kronecker<T>(MatrixBatch<T> a, MatrixBatch<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(a.Count, other.Count), rows = Grid.Count(a.Rows, other.Rows), columns = Grid.Count(a.Columns, other.Columns);
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(Grid.Count(count, Grid.Count(rows, columns)));
        LinearAlgebra.Kronecker<T>(a.Elements, other.Elements, product, a.Rows, a.Columns, other.Rows, other.Columns);
        return new MatrixBatch<T>(product, count, rows, columns);
    }

    public static MatrixBatch<T> SymmetricEigenvalues<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> values = arena.Allocate<T>(a.Count * n);
        LinearAlgebra.SymmetricEigenvalues<T>(a.Elements, values, n);
        return new MatrixBatch<T>(values, a.Count, n, 1);
    }

    public static MatrixBatch<T> SingularValues<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = Math.Min(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> values = arena.Allocate<T>(a.Count * length);
        LinearAlgebra.SingularValues<T>(a.Elements, values, a.Rows, a.Columns);
        return new MatrixBatch<T>(values, a.Count, length, 1);
    }

    public static MatrixBatch<T> Softmax<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> softmax = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.Softmax<T>(a.Elements, softmax, a.Columns);
        return new MatrixBatch<T>(softmax, a.Count, a.Rows, a.Columns);
    }

    public static MatrixBatch<T> LogSoftmax<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> logSoftmax = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.LogSoftmax<T>(a.Elements, logSoftmax, a.Columns);
        return new MatrixBatch<T>(logSoftmax, a.Count, a.Rows, a.Columns);
    }
}

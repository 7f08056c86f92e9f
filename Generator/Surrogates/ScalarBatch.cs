// What StaticAd.ScalarBatch computes, member by member, as source that is differentiated.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static class ScalarBatchMembers
{
    public static ScalarBatch<T> ctor<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new ScalarBatch<T>(values);

    public static int get_Length<T>(ScalarBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Values.Length;

    public static T get_Item<T>(ScalarBatch<T> a, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Values[index];

    public static void CopyTo<T>(ScalarBatch<T> a, Span<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Values.CopyTo(target.Slice(0, Grid.Common(target.Length, a.Values.Length)));

    public static ScalarBatch<T> op_Addition<T>(ScalarBatch<T> a, ScalarBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> sum = arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Add<T>(a.Values, b.Values, sum, 1);
        return new ScalarBatch<T>(sum);
    }

    public static ScalarBatch<T> op_Subtraction<T>(ScalarBatch<T> a, ScalarBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> difference = arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Subtract<T>(a.Values, b.Values, difference, 1);
        return new ScalarBatch<T>(difference);
    }

    public static ScalarBatch<T> op_Multiply<T>(ScalarBatch<T> a, ScalarBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Hadamard<T>(a.Values, b.Values, product, 1);
        return new ScalarBatch<T>(product);
    }

    public static ScalarBatch<T> op_Multiply<T>(T factor, ScalarBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> factors = arena.Allocate<T>(1);
        factors[0] = factor;
        return new ScalarBatch<T>(factors) * a;
    }

    public static ScalarBatch<T> op_Multiply<T>(ScalarBatch<T> a, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => factor * a;

    public static MatrixBatch<T> op_Multiply<T>(ScalarBatch<T> factors, MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(factors.Length, a.Count), size = a.Rows * a.Columns;
        using var arena = Arena.Enter();
        Span<T> scaled = arena.Allocate<T>(Grid.Count(count, size));
        LinearAlgebra.Scale<T>(factors.Values, a.Elements, scaled, size);
        return new MatrixBatch<T>(scaled, count, a.Rows, a.Columns);
    }

    public static MatrixBatch<T> op_Multiply<T>(MatrixBatch<T> a, ScalarBatch<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => factors * a;

    public static T Sum<T>(ScalarBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> sum = arena.Allocate<T>(1);
        LinearAlgebra.Sums<T>(a.Values, sum, a.Values.Length);
        return sum[0];
    }
}

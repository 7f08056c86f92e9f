// What StaticAd.Matrix computes, member by member, as source that is differentiated: a batch of one.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static partial class MatrixMembers
{
    public static Matrix<T> ctor<T>(ReadOnlySpan<T> elements, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new Matrix<T>(elements.Slice(0, Grid.Common(elements.Length, Grid.Count(rows, columns))), rows, columns);

    public static int get_Length<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements.Length;

    public static bool get_IsDense<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => true;

    public static T get_Item<T>(Matrix<T> a, int row, int column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements[(Grid.Index(row, a.Rows) * a.Columns) + Grid.Index(column, a.Columns)];

    public static ReadOnlySpan<T> Row<T>(Matrix<T> a, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements.Slice(Grid.Index(row, a.Rows) * a.Columns, a.Columns);

    public static Matrix<T> Compact<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a;

    public static Matrix<T> Block<T>(Matrix<T> a, int row, int column, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Block(row, column, rows, columns));

    public static MatrixBatch<T> Repeat<T>(Matrix<T> a, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = a.Elements.Length;
        using var arena = Arena.Enter();
        Span<T> repeated = arena.Allocate<T>(Grid.Count(count, size));
        for (int i = 0; i < count; i++)
        {
            a.Elements.CopyTo(repeated.Slice(i * size, size));
        }

        return new MatrixBatch<T>(repeated, count, a.Rows, a.Columns);
    }

    public static void CopyTo<T>(Matrix<T> a, Span<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements.CopyTo(target.Slice(0, Grid.Common(target.Length, a.Elements.Length)));

    public static Matrix<T> op_Addition<T>(Matrix<T> a, Matrix<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>((MatrixBatch<T>)a + (MatrixBatch<T>)b);

    public static Matrix<T> op_Subtraction<T>(Matrix<T> a, Matrix<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>((MatrixBatch<T>)a - (MatrixBatch<T>)b);

    public static Matrix<T> op_UnaryNegation<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(-(MatrixBatch<T>)a);

    public static Matrix<T> op_Multiply<T>(Matrix<T> a, Matrix<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>((MatrixBatch<T>)a * (MatrixBatch<T>)b);

    public static Matrix<T> op_Multiply<T>(T factor, Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(factor * (MatrixBatch<T>)a);

    public static Matrix<T> op_Multiply<T>(Matrix<T> a, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => factor * a;

    public static Matrix<T> op_Division<T>(Matrix<T> a, T divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>((MatrixBatch<T>)a / divisor);

    public static Matrix<T> Hadamard<T>(Matrix<T> a, Matrix<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Hadamard(other));

    public static Matrix<T> Transpose<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Transpose());

    public static Matrix<T> Inverse<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Inverse());

    public static Matrix<T> Solve<T>(Matrix<T> a, Matrix<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Solve(right));

    public static Matrix<T> SolveTriangular<T>(Matrix<T> a, Matrix<T> right, bool upper, bool unit, bool transposed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).SolveTriangular(right, upper, unit, transposed));

    public static Matrix<T> Cholesky<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Cholesky());

    public static T Trace<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).Trace()[0];

    public static T Norm<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).Norm();

    public static T Norm<T>(Matrix<T> a, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).Norm(order);

    public static T Sum<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).Sum();

    private static Matrix<T> Single<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new Matrix<T>(a.Elements, a.Rows, a.Columns);
}

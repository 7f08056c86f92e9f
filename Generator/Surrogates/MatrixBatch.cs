// What StaticAd.MatrixBatch computes, member by member, as source that is differentiated. Views have no gaps here: parameters are checked,
// and what is computed has none.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static partial class MatrixBatchMembers
{
    public static MatrixBatch<T> ctor<T>(ReadOnlySpan<T> elements, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new MatrixBatch<T>(elements, Grid.Matrices(elements.Length, Grid.Count(rows, columns)), rows, columns);

    public static MatrixBatch<T> ctor<T>(ReadOnlySpan<T> elements, int count, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new MatrixBatch<T>(elements.Slice(0, Grid.Common(elements.Length, Grid.Count(count, Grid.Count(rows, columns)))), count, rows, columns);

    public static int get_Length<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements.Length;

    public static bool get_IsDense<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => true;

    public static Matrix<T> get_Item<T>(MatrixBatch<T> a, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new Matrix<T>(a.Elements.Slice(Grid.Index(index, a.Count) * a.Rows * a.Columns, a.Rows * a.Columns), a.Rows, a.Columns);

    public static MatrixBatch<T> Compact<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a;

    public static MatrixBatch<T> Block<T>(MatrixBatch<T> a, int row, int column, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, a.Rows);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, a.Rows - row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, a.Columns);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, a.Columns - column);
        using var arena = Arena.Enter();
        Span<T> block = arena.Allocate<T>(Grid.Count(a.Count, Grid.Count(rows, columns)));
        for (int i = 0; i < a.Count; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                for (int k = 0; k < columns; k++)
                {
                    block[(((i * rows) + j) * columns) + k] = a.Elements[(((i * a.Rows) + row + j) * a.Columns) + column + k];
                }
            }
        }

        return new MatrixBatch<T>(block, a.Count, rows, columns);
    }

    public static void CopyTo<T>(MatrixBatch<T> a, Span<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.Elements.CopyTo(target.Slice(0, Grid.Common(target.Length, a.Elements.Length)));

    public static MatrixBatch<T> op_Addition<T>(MatrixBatch<T> a, MatrixBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(a.Count, b.Count), rows = Grid.Common(a.Rows, b.Rows), columns = Grid.Common(a.Columns, b.Columns);
        using var arena = Arena.Enter();
        Span<T> sum = arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Add<T>(a.Elements, b.Elements, sum, rows * columns);
        return new MatrixBatch<T>(sum, count, rows, columns);
    }

    public static MatrixBatch<T> op_Subtraction<T>(MatrixBatch<T> a, MatrixBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(a.Count, b.Count), rows = Grid.Common(a.Rows, b.Rows), columns = Grid.Common(a.Columns, b.Columns);
        using var arena = Arena.Enter();
        Span<T> difference = arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Subtract<T>(a.Elements, b.Elements, difference, rows * columns);
        return new MatrixBatch<T>(difference, count, rows, columns);
    }

    public static MatrixBatch<T> op_UnaryNegation<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => -T.One * a;

    public static MatrixBatch<T> op_Multiply<T>(MatrixBatch<T> a, MatrixBatch<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(a.Count, b.Count), inner = Grid.Common(a.Columns, b.Rows);
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(Grid.Count(count, Grid.Count(a.Rows, b.Columns)));
        LinearAlgebra.Multiply<T>(a.Elements, b.Elements, product, a.Rows, inner, b.Columns);
        return new MatrixBatch<T>(product, count, a.Rows, b.Columns);
    }

    public static MatrixBatch<T> op_Multiply<T>(T factor, MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> factors = arena.Allocate<T>(1);
        factors[0] = factor;
        return new ScalarBatch<T>(factors) * a;
    }

    public static MatrixBatch<T> op_Multiply<T>(MatrixBatch<T> a, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => factor * a;

    public static MatrixBatch<T> op_Division<T>(MatrixBatch<T> a, T divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (T.One / divisor) * a;

    public static MatrixBatch<T> op_Implicit<T>(Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new MatrixBatch<T>(matrix.Elements, 1, matrix.Rows, matrix.Columns);

    public static MatrixBatch<T> Hadamard<T>(MatrixBatch<T> a, MatrixBatch<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Grid.Batch(a.Count, other.Count), rows = Grid.Common(a.Rows, other.Rows), columns = Grid.Common(a.Columns, other.Columns);
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Hadamard<T>(a.Elements, other.Elements, product, rows * columns);
        return new MatrixBatch<T>(product, count, rows, columns);
    }

    public static MatrixBatch<T> Transpose<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.Transpose<T>(a.Elements, transposed, a.Rows, a.Columns);
        return new MatrixBatch<T>(transposed, a.Count, a.Columns, a.Rows);
    }

    public static MatrixBatch<T> Inverse<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> inverse = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.Inverse<T>(a.Elements, inverse, n);
        return new MatrixBatch<T>(inverse, a.Count, n, n);
    }

    public static MatrixBatch<T> Solve<T>(MatrixBatch<T> a, MatrixBatch<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(Grid.Common(a.Rows, a.Columns), right.Rows), count = Grid.Batch(a.Count, right.Count);
        using var arena = Arena.Enter();
        Span<T> solution = arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.Solve<T>(a.Elements, right.Elements, solution, n, right.Columns);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    public static MatrixBatch<T> SolveTriangular<T>(MatrixBatch<T> a, MatrixBatch<T> right, bool upper, bool unit, bool transposed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(Grid.Common(a.Rows, a.Columns), right.Rows), count = Grid.Batch(a.Count, right.Count);
        using var arena = Arena.Enter();
        Span<T> solution = arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.SolveTriangular<T>(a.Elements, right.Elements, solution, n, right.Columns, upper, unit, transposed);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    public static MatrixBatch<T> Cholesky<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Grid.Common(a.Rows, a.Columns);
        using var arena = Arena.Enter();
        Span<T> factor = arena.Allocate<T>(a.Elements.Length);
        LinearAlgebra.Cholesky<T>(a.Elements, factor, n);
        return new MatrixBatch<T>(factor, a.Count, n, n);
    }

    public static ScalarBatch<T> Trace<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> traces = arena.Allocate<T>(a.Count);
        LinearAlgebra.Trace<T>(a.Elements, traces, a.Rows, a.Columns);
        return new ScalarBatch<T>(traces);
    }

    public static ScalarBatch<T> Norms<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> norms = arena.Allocate<T>(a.Count);
        LinearAlgebra.Norms<T>(a.Elements, norms, a.Rows * a.Columns);
        return new ScalarBatch<T>(norms);
    }

    public static T Norm<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> norm = arena.Allocate<T>(1);
        LinearAlgebra.Norms<T>(a.Elements, norm, a.Elements.Length);
        return norm[0];
    }

    public static ScalarBatch<T> Norms<T>(MatrixBatch<T> a, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> norms = arena.Allocate<T>(a.Count);
        LinearAlgebra.Norms<T>(a.Elements, norms, a.Rows * a.Columns, order);
        return new ScalarBatch<T>(norms);
    }

    public static T Norm<T>(MatrixBatch<T> a, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> norm = arena.Allocate<T>(1);
        LinearAlgebra.Norms<T>(a.Elements, norm, a.Elements.Length, order);
        return norm[0];
    }

    public static T Sum<T>(MatrixBatch<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> sum = arena.Allocate<T>(1);
        LinearAlgebra.Sums<T>(a.Elements, sum, a.Elements.Length);
        return sum[0];
    }
}

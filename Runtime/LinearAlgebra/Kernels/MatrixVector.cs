using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The product of a matrix and a vector: every element is used once, so nothing is worth packing but the vectors.</summary>
internal static unsafe class MatrixVector
{
    /// <summary>y = factor · A · x, or y += factor · A · x, for blocks x and y of one column.</summary>
    public static void Multiply<T>(T factor, Block<T> a, Block<T> x, Block<T> y, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ArenaScope scope = Arena.Enter();
        if (a.RowStride != 1 || a.HasPlainRows)
        {
            T* plain = Plain(scope, x);
            for (int i = 0; i < a.Rows; i++)
            {
                T sum = factor * Dot(a, i, plain);
                y[i, 0] = accumulate ? y[i, 0] + sum : sum;
            }

            return;
        }

        if (!accumulate)
        {
            y.Clear();
        }

        T* sums = Plain(scope, y);
        for (int j = 0; j < a.Columns; j++)
        {
            VectorOperations.AddMultiple(factor * x[j, 0], a.At(0, j), sums, a.Rows);
        }

        if (sums != y.Start)
        {
            new Block<T>(sums, y.Rows, 1).CopyTo(y);
        }
    }

    private static T Dot<T>(Block<T> a, int row, T* x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.HasPlainRows)
        {
            return VectorOperations.Dot(a.At(row, 0), x, a.Columns);
        }

        T sum = T.Zero;
        for (int j = 0; j < a.Columns; j++)
        {
            sum += a[row, j] * x[j];
        }

        return sum;
    }

    /// <summary>The elements of a column as neighbours: where they are, or copied.</summary>
    private static T* Plain<T>(ArenaScope scope, Block<T> column)
        where T : unmanaged
    {
        if (column.RowStride == 1)
        {
            return column.Start;
        }

        T* copy = Scratch.Take<T>(scope, column.Rows);
        column.CopyTo(new Block<T>(copy, column.Rows, 1));
        return copy;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>C = A B or C += A B for a group of small matrices; columns of C are computed four at a time, in registers.</summary>
/// <param name="a">The left operand.</param>
/// <param name="b">The right operand.</param>
/// <param name="inner">Columns of A, rows of B.</param>
internal readonly struct SmallProduct<TLane, TScalar, TMask>(
    SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, int inner)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Computes the product.</summary>
    /// <param name="c">The result, row-major.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="add">Whether the product is added to what C holds.</param>
    public void Compute(LaneMemory<TLane, TScalar, TMask> c, int rows, int columns, bool add)
    {
        for (int i = 0; i < rows; i++)
        {
            LaneMemory<TLane, TScalar, TMask> row = c.From(i * columns);
            int j = 0;
            for (; j + 4 <= columns; j += 4)
            {
                Four(row, i, j, add);
            }

            if (j + 3 == columns)
            {
                Three(row, i, j, add);
                j += 3;
            }

            for (; j < columns; j++)
            {
                One(row, i, j, add);
            }
        }
    }

    private void Four(LaneMemory<TLane, TScalar, TMask> row, int i, int j, bool add)
    {
        TLane c0 = Start(row, j, add);
        TLane c1 = Start(row, j + 1, add);
        TLane c2 = Start(row, j + 2, add);
        TLane c3 = Start(row, j + 3, add);
        LaneMemory<TLane, TScalar, TMask> left = a.From(i, 0);
        LaneMemory<TLane, TScalar, TMask> right = b.From(0, j);
        int leftStep = a.ColumnStride;
        int rightStep = b.RowStride;
        int apart = b.ColumnStride;
        for (int k = inner; k > 0; k--)
        {
            TLane factor = left[0];
            c0 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[0], c0);
            c1 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[apart], c1);
            c2 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[2 * apart], c2);
            c3 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[3 * apart], c3);
            left = left.From(leftStep);
            right = right.From(rightStep);
        }

        row[j] = c0;
        row[j + 1] = c1;
        row[j + 2] = c2;
        row[j + 3] = c3;
    }

    private void Three(LaneMemory<TLane, TScalar, TMask> row, int i, int j, bool add)
    {
        TLane c0 = Start(row, j, add);
        TLane c1 = Start(row, j + 1, add);
        TLane c2 = Start(row, j + 2, add);
        LaneMemory<TLane, TScalar, TMask> left = a.From(i, 0);
        LaneMemory<TLane, TScalar, TMask> right = b.From(0, j);
        int leftStep = a.ColumnStride;
        int rightStep = b.RowStride;
        int apart = b.ColumnStride;
        for (int k = inner; k > 0; k--)
        {
            TLane factor = left[0];
            c0 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[0], c0);
            c1 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[apart], c1);
            c2 = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, right[2 * apart], c2);
            left = left.From(leftStep);
            right = right.From(rightStep);
        }

        row[j] = c0;
        row[j + 1] = c1;
        row[j + 2] = c2;
    }

    private void One(LaneMemory<TLane, TScalar, TMask> row, int i, int j, bool add)
    {
        TLane c = Start(row, j, add);
        for (int k = 0; k < inner; k++)
        {
            c = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(a[i, k], b[k, j], c);
        }

        row[j] = c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Start(LaneMemory<TLane, TScalar, TMask> row, int column, bool add) =>
        add ? row[column] : TLane.Create(TScalar.Zero);
}

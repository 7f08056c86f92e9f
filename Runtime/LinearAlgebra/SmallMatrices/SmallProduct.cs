using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>C = A B for a group of small matrices; columns of C are computed four at a time, in registers.</summary>
/// <param name="a">The left operand.</param>
/// <param name="b">The right operand.</param>
/// <param name="inner">Columns of A, rows of B.</param>
internal readonly struct SmallProduct<TLane, TScalar, TMask>(
    SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, int inner)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Computes a product.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="c">The result, row-major.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="columns">Columns of B and C.</param>
    public static void Compute(
        SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, int inner,
        LaneMemory<TLane, TScalar, TMask> c, int rows, int columns)
    {
        if (rows == 3 && inner == 3 && columns == 3)
        {
            SmallThree<TLane, TScalar, TMask>.Multiply(a, b, c);
            return;
        }

        new SmallProduct<TLane, TScalar, TMask>(a, b, inner).Compute(c, rows, columns);
    }

    private void Compute(LaneMemory<TLane, TScalar, TMask> c, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            LaneMemory<TLane, TScalar, TMask> row = c.From(i * columns);
            int j = 0;
            for (; j + 4 <= columns; j += 4)
            {
                Four(row, i, j);
            }

            if (j + 3 == columns)
            {
                Three(row, i, j);
                j += 3;
            }

            for (; j < columns; j++)
            {
                One(row, i, j);
            }
        }
    }

    private void Four(LaneMemory<TLane, TScalar, TMask> row, int i, int j)
    {
        TLane c0 = TLane.Create(TScalar.Zero);
        TLane c1 = TLane.Create(TScalar.Zero);
        TLane c2 = TLane.Create(TScalar.Zero);
        TLane c3 = TLane.Create(TScalar.Zero);
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

    private void Three(LaneMemory<TLane, TScalar, TMask> row, int i, int j)
    {
        TLane c0 = TLane.Create(TScalar.Zero);
        TLane c1 = TLane.Create(TScalar.Zero);
        TLane c2 = TLane.Create(TScalar.Zero);
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

    private void One(LaneMemory<TLane, TScalar, TMask> row, int i, int j)
    {
        TLane c = TLane.Create(TScalar.Zero);
        for (int k = 0; k < inner; k++)
        {
            c = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(a[i, k], b[k, j], c);
        }

        row[j] = c;
    }
}

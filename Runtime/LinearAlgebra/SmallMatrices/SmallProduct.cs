using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>C = A B for a group of small matrices; of two rows of C three or four columns are computed at a time, in registers.</summary>
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
        int i = 0;
        for (; i + 2 <= rows; i += 2)
        {
            LaneMemory<TLane, TScalar, TMask> row = c.From(i * columns), next = row.From(columns);
            int j = 0;
            for (; columns - j is 4 or > 6; j += 4)
            {
                TwoByFour(row, next, i, j);
            }

            for (; j + 3 <= columns; j += 3)
            {
                TwoByThree(row, next, i, j);
            }

            for (; j < columns; j++)
            {
                TwoByOne(row, next, i, j);
            }
        }

        if (i < rows)
        {
            Last(c.From(i * columns), i, columns);
        }
    }

    private void Last(LaneMemory<TLane, TScalar, TMask> row, int i, int columns)
    {
        int j = 0;
        for (; j + 4 <= columns; j += 4)
        {
            OneByFour(row, i, j);
        }

        for (; j < columns; j++)
        {
            One(row, i, j);
        }
    }

    /// <summary>Eight sums at a time: as many as the processor adds to while the first is under way.</summary>
    private void TwoByFour(LaneMemory<TLane, TScalar, TMask> row, LaneMemory<TLane, TScalar, TMask> next, int i, int j)
    {
        TLane c00 = TLane.Create(TScalar.Zero), c01 = c00, c02 = c00, c03 = c00, c10 = c00, c11 = c00, c12 = c00, c13 = c00;
        LaneMemory<TLane, TScalar, TMask> left = a.From(i, 0), below = a.From(i + 1, 0), right = b.From(0, j);
        int leftStep = a.ColumnStride, rightStep = b.RowStride, apart = b.ColumnStride;
        for (int k = inner; k > 0; k--)
        {
            TLane upper = left[0], lower = below[0];
            TLane b0 = right[0], b1 = right[apart], b2 = right[2 * apart], b3 = right[3 * apart];
            c00 = Add(upper, b0, c00);
            c01 = Add(upper, b1, c01);
            c02 = Add(upper, b2, c02);
            c03 = Add(upper, b3, c03);
            c10 = Add(lower, b0, c10);
            c11 = Add(lower, b1, c11);
            c12 = Add(lower, b2, c12);
            c13 = Add(lower, b3, c13);
            left = left.From(leftStep);
            below = below.From(leftStep);
            right = right.From(rightStep);
        }

        Write(row.From(j), c00, c01, c02);
        row[j + 3] = c03;
        Write(next.From(j), c10, c11, c12);
        next[j + 3] = c13;
    }

    private void TwoByThree(LaneMemory<TLane, TScalar, TMask> row, LaneMemory<TLane, TScalar, TMask> next, int i, int j)
    {
        TLane c00 = TLane.Create(TScalar.Zero), c01 = c00, c02 = c00, c10 = c00, c11 = c00, c12 = c00;
        LaneMemory<TLane, TScalar, TMask> left = a.From(i, 0), below = a.From(i + 1, 0), right = b.From(0, j);
        int leftStep = a.ColumnStride, rightStep = b.RowStride, apart = b.ColumnStride;
        for (int k = inner; k > 0; k--)
        {
            TLane upper = left[0], lower = below[0];
            TLane b0 = right[0], b1 = right[apart], b2 = right[2 * apart];
            c00 = Add(upper, b0, c00);
            c01 = Add(upper, b1, c01);
            c02 = Add(upper, b2, c02);
            c10 = Add(lower, b0, c10);
            c11 = Add(lower, b1, c11);
            c12 = Add(lower, b2, c12);
            left = left.From(leftStep);
            below = below.From(leftStep);
            right = right.From(rightStep);
        }

        Write(row.From(j), c00, c01, c02);
        Write(next.From(j), c10, c11, c12);
    }

    private void OneByFour(LaneMemory<TLane, TScalar, TMask> row, int i, int j)
    {
        TLane c0 = TLane.Create(TScalar.Zero), c1 = c0, c2 = c0, c3 = c0;
        LaneMemory<TLane, TScalar, TMask> left = a.From(i, 0), right = b.From(0, j);
        int leftStep = a.ColumnStride, rightStep = b.RowStride, apart = b.ColumnStride;
        for (int k = inner; k > 0; k--)
        {
            TLane factor = left[0];
            c0 = Add(factor, right[0], c0);
            c1 = Add(factor, right[apart], c1);
            c2 = Add(factor, right[2 * apart], c2);
            c3 = Add(factor, right[3 * apart], c3);
            left = left.From(leftStep);
            right = right.From(rightStep);
        }

        Write(row.From(j), c0, c1, c2);
        row[j + 3] = c3;
    }

    private void TwoByOne(LaneMemory<TLane, TScalar, TMask> row, LaneMemory<TLane, TScalar, TMask> next, int i, int j)
    {
        TLane upper = TLane.Create(TScalar.Zero), lower = upper;
        for (int k = 0; k < inner; k++)
        {
            TLane factor = b[k, j];
            upper = Add(a[i, k], factor, upper);
            lower = Add(a[i + 1, k], factor, lower);
        }

        row[j] = upper;
        next[j] = lower;
    }

    private void One(LaneMemory<TLane, TScalar, TMask> row, int i, int j)
    {
        TLane c = TLane.Create(TScalar.Zero);
        for (int k = 0; k < inner; k++)
        {
            c = Add(a[i, k], b[k, j], c);
        }

        row[j] = c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(LaneMemory<TLane, TScalar, TMask> target, TLane c0, TLane c1, TLane c2)
    {
        target[0] = c0;
        target[1] = c1;
        target[2] = c2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Add(TLane x, TLane y, TLane z) => LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(x, y, z);
}

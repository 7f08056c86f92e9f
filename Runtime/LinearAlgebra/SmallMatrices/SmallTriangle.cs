using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// T X = B for a group of small triangular matrices, X in the place of B, four columns at a time.
/// </summary>
/// <param name="t">The matrix; of its other triangle nothing is read.</param>
/// <param name="n">Rows and columns.</param>
/// <param name="reciprocals">The reciprocals of its diagonal, one vector every <paramref name="stride"/>.</param>
/// <param name="stride">How far apart reciprocals lie.</param>
internal readonly struct SmallTriangle<TLane, TScalar, TMask>(
    SmallOperand<TLane, TScalar, TMask> t, int n, LaneMemory<TLane, TScalar, TMask> reciprocals, int stride)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Takes the reciprocals of a diagonal; says where all are normal numbers.</summary>
    public static TMask TakeReciprocals(LaneMemory<TLane, TScalar, TMask> matrix, int n, LaneMemory<TLane, TScalar, TMask> reciprocals)
    {
        TMask regular = TMask.True;
        for (int i = 0; i < n; i++)
        {
            TLane reciprocal = TLane.Create(TScalar.One) / matrix[i * (n + 1)];
            reciprocals[i] = reciprocal;
            regular &= LaneArithmetic<TLane, TScalar, TMask>.IsRegular(reciprocal);
        }

        return regular;
    }

    /// <summary>Solves with a lower triangle.</summary>
    /// <param name="x">B, then X.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="unit">Whether the diagonal is all ones.</param>
    public void SolveLower(LaneMemory<TLane, TScalar, TMask> x, int columns, bool unit)
    {
        for (int i = 0; i < n; i++)
        {
            SolveRow(x, columns, columns, i, 0, i, unit);
        }
    }

    /// <summary>Solves with an upper triangle.</summary>
    /// <param name="x">B, then X.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="unit">Whether the diagonal is all ones.</param>
    public void SolveUpper(LaneMemory<TLane, TScalar, TMask> x, int columns, bool unit)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            SolveRow(x, columns, columns, i, i + 1, n, unit);
        }
    }

    /// <summary>Solves with an upper triangle for X that is known to be symmetric: half of the work.</summary>
    public void SolveUpperForSymmetric(LaneMemory<TLane, TScalar, TMask> x)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            SolveRow(x, n, i + 1, i, i + 1, n, unit: false);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                x[(j * n) + i] = x[(i * n) + j];
            }
        }
    }

    /// <summary>The inverse of a lower triangle with ones on the diagonal, zeros above.</summary>
    public void InvertUnitLower(LaneMemory<TLane, TScalar, TMask> x)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                x[(i * n) + j] = TLane.Create(i == j ? TScalar.One : TScalar.Zero);
            }

            // Row k of the inverse ends with column k.
            for (int j = 0; j < i; j++)
            {
                SolveOne(x, n, i, j, j, i);
            }
        }
    }

    /// <summary>Solves for the first elements of a row, and perhaps some more.</summary>
    private void SolveRow(LaneMemory<TLane, TScalar, TMask> x, int columns, int wanted, int i, int from, int to, bool unit)
    {
        int j = 0;
        for (; j + 4 <= columns && j < wanted; j += 4)
        {
            SolveFour(x, columns, i, j, from, to);
        }

        for (; j < wanted; j++)
        {
            SolveOne(x, columns, i, j, from, to);
        }

        if (unit)
        {
            return;
        }

        TLane reciprocal = reciprocals[i * stride];
        for (j = 0; j < wanted; j++)
        {
            x[(i * columns) + j] *= reciprocal;
        }
    }

    private void SolveFour(LaneMemory<TLane, TScalar, TMask> x, int columns, int i, int j, int from, int to)
    {
        LaneMemory<TLane, TScalar, TMask> row = x.From((i * columns) + j);
        TLane x0 = row[0];
        TLane x1 = row[1];
        TLane x2 = row[2];
        TLane x3 = row[3];
        LaneMemory<TLane, TScalar, TMask> factors = t.From(i, from);
        LaneMemory<TLane, TScalar, TMask> known = x.From((from * columns) + j);
        int step = t.ColumnStride;
        for (int k = from; k < to; k++)
        {
            TLane factor = factors[0];
            x0 = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factor, known[0], x0);
            x1 = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factor, known[1], x1);
            x2 = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factor, known[2], x2);
            x3 = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factor, known[3], x3);
            factors = factors.From(step);
            known = known.From(columns);
        }

        row[0] = x0;
        row[1] = x1;
        row[2] = x2;
        row[3] = x3;
    }

    private void SolveOne(LaneMemory<TLane, TScalar, TMask> x, int columns, int i, int j, int from, int to)
    {
        TLane sum = x[(i * columns) + j];
        LaneMemory<TLane, TScalar, TMask> factors = t.From(i, from);
        LaneMemory<TLane, TScalar, TMask> known = x.From((from * columns) + j);
        int step = t.ColumnStride;
        for (int k = from; k < to; k++)
        {
            sum = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factors[0], known[0], sum);
            factors = factors.From(step);
            known = known.From(columns);
        }

        x[(i * columns) + j] = sum;
    }
}

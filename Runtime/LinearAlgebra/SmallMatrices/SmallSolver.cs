using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Inverses of small matrices and solutions of their equations, by their factors. A group at a time.</summary>
/// <param name="a">The matrices, which become their factors.</param>
/// <param name="n">Rows and columns.</param>
/// <param name="exchanges">Room for <see cref="SmallFactors.ExchangeVectors"/>.</param>
internal readonly struct SmallSolver<TLane, TScalar, TMask>(
    LaneMemory<TLane, TScalar, TMask> a, int n, LaneMemory<TLane, TScalar, TMask> exchanges)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    private readonly SmallFactors<TLane, TScalar, TMask> _factors = new(a, n, exchanges);
    private readonly SmallTriangle<TLane, TScalar, TMask> _triangle = new(new(a, n, 1), n, a, n + 1);
    private readonly SmallTriangle<TLane, TScalar, TMask> _transposed = new(new(a, 1, n), n, a, n + 1);

    /// <summary>Computes the inverse; says where there is one.</summary>
    public TMask Invert(LaneMemory<TLane, TScalar, TMask> inverse)
    {
        if (n == 3)
        {
            return SmallThree<TLane, TScalar, TMask>.Invert(a, inverse);
        }

        TMask regular = _factors.Factor();
        InvertFactored(inverse);
        return regular;
    }

    /// <summary>Computes the inverse from the factors.</summary>
    public void InvertFactored(LaneMemory<TLane, TScalar, TMask> inverse)
    {
        _triangle.InvertUnitLower(inverse);
        _triangle.SolveUpper(inverse, n, unit: false);
        ExchangeColumnsBack(inverse);
    }

    /// <summary>Solves A X = B, X in the place of B; says where there is a solution.</summary>
    public TMask Solve(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        if (n == 3)
        {
            return SmallThree<TLane, TScalar, TMask>.Solve(a, x, columns);
        }

        TMask regular = _factors.Factor();
        Substitute(x, columns);
        return regular;
    }

    /// <summary>Solves A X = B from the factors of A.</summary>
    public void Substitute(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        ExchangeRows(x, columns);
        _triangle.SolveLower(x, columns, unit: true);
        _triangle.SolveUpper(x, columns, unit: false);
    }

    /// <summary>Solves Aᵀ X = B, X in the place of B; says where there is a solution, which is where A X = B has one.</summary>
    public TMask SolveTransposed(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        if (n == 3)
        {
            return SmallThree<TLane, TScalar, TMask>.SolveTransposed(a, x, columns);
        }

        TMask regular = _factors.Factor();
        SubstituteTransposed(x, columns);
        return regular;
    }

    /// <summary>Solves Aᵀ X = B from the factors of A.</summary>
    public void SubstituteTransposed(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        _transposed.SolveLower(x, columns, unit: false);
        _transposed.SolveUpper(x, columns, unit: true);
        ExchangeRowsBack(x, columns);
    }

    /// <summary>Factors; says where the matrix is regular.</summary>
    public TMask Factor() => _factors.Factor();

    /// <summary>Lays the pivots, and not their reciprocals, on the diagonal, and the numbers of the rows with which others were exchanged elsewhere.</summary>
    public void GiveFactors(LaneMemory<TLane, TScalar, TMask> rows)
    {
        for (int k = 0, step = 0; k < n; k++)
        {
            a[k * (n + 1)] = _factors.Pivot(k);
            TLane row = TLane.Create(TScalar.CreateTruncating(k));
            for (int i = k + 1; i < n; i++, step++)
            {
                row = TLane.Select(_factors.Exchanged(step), TLane.Create(TScalar.CreateTruncating(i)), row);
            }

            rows[k] = row;
        }
    }

    /// <summary>The reverse of <see cref="GiveFactors"/>; says where all reciprocals are normal numbers.</summary>
    public TMask TakeFactors(LaneMemory<TLane, TScalar, TMask> rows)
    {
        TMask regular = TMask.True;
        TLane one = TLane.Create(TScalar.One), zero = TLane.Create(TScalar.Zero);
        for (int k = 0, step = 0; k < n; k++)
        {
            TLane reciprocal = one / a[k * (n + 1)];
            regular &= LaneArithmetic<TLane, TScalar, TMask>.IsRegular(reciprocal);
            a[k * (n + 1)] = reciprocal;
            TLane row = rows[k];
            for (int i = k + 1; i < n; i++, step++)
            {
                exchanges[step] = TLane.Select(row == TLane.Create(TScalar.CreateTruncating(i)), one, zero);
            }
        }

        return regular;
    }

    /// <summary>The last first.</summary>
    private void ExchangeRowsBack(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        int step = (n * (n - 1) / 2) - 1;
        for (int k = n - 2; k >= 0; k--)
        {
            for (int i = n - 1; i > k; i--, step--)
            {
                TMask exchanged = _factors.Exchanged(step);
                for (int j = 0; TMask.AnyTrue(exchanged) && j < columns; j++)
                {
                    Exchange(exchanged, x, (i * columns) + j, (k * columns) + j);
                }
            }
        }
    }

    private void ExchangeRows(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        int step = 0;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++, step++)
            {
                TMask exchanged = _factors.Exchanged(step);
                for (int j = 0; TMask.AnyTrue(exchanged) && j < columns; j++)
                {
                    Exchange(exchanged, x, (i * columns) + j, (k * columns) + j);
                }
            }
        }
    }

    /// <summary>(P A)⁻¹ P: the columns are exchanged as the rows were, the last first.</summary>
    private void ExchangeColumnsBack(LaneMemory<TLane, TScalar, TMask> x)
    {
        int step = (n * (n - 1) / 2) - 1;
        for (int k = n - 2; k >= 0; k--)
        {
            for (int i = n - 1; i > k; i--, step--)
            {
                TMask exchanged = _factors.Exchanged(step);
                for (int row = 0; TMask.AnyTrue(exchanged) && row < n; row++)
                {
                    Exchange(exchanged, x, (row * n) + i, (row * n) + k);
                }
            }
        }
    }

    private static void Exchange(TMask mask, LaneMemory<TLane, TScalar, TMask> x, int one, int other)
    {
        TLane first = x[one];
        TLane second = x[other];
        x[one] = TLane.Select(mask, second, first);
        x[other] = TLane.Select(mask, first, second);
    }
}

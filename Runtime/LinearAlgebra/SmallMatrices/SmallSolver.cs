using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Inverses of small matrices and solutions of their equations, by their factors. A group at a time.</summary>
/// <param name="a">The matrices, which become their factors.</param>
/// <param name="n">Rows and columns.</param>
/// <param name="exchanges">Room for n (n - 1) / 2 vectors.</param>
internal readonly struct SmallSolver<TLane, TScalar, TMask>(
    LaneMemory<TLane, TScalar, TMask> a, int n, LaneMemory<TLane, TScalar, TMask> exchanges)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    private readonly SmallFactors<TLane, TScalar, TMask> _factors = new(a, n, exchanges);
    private readonly SmallTriangle<TLane, TScalar, TMask> _triangle = new(new(a, n, 1), n, a, n + 1);

    /// <summary>Computes the inverse; says where there is one.</summary>
    public TMask Invert(LaneMemory<TLane, TScalar, TMask> inverse)
    {
        if (n == 3)
        {
            return SmallThree<TLane, TScalar, TMask>.Invert(a, inverse);
        }

        TMask regular = _factors.Factor();
        _triangle.InvertUnitLower(inverse);
        _triangle.SolveUpper(inverse, n, unit: false);
        ExchangeColumnsBack(inverse);
        return regular;
    }

    /// <summary>Solves A X = B, X in the place of B; says where there is a solution.</summary>
    public TMask Solve(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        if (n == 3)
        {
            return SmallThree<TLane, TScalar, TMask>.Solve(a, x, columns);
        }

        TMask regular = _factors.Factor();
        ExchangeRows(x, columns);
        _triangle.SolveLower(x, columns, unit: true);
        _triangle.SolveUpper(x, columns, unit: false);
        return regular;
    }

    private void ExchangeRows(LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        int step = 0;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++, step++)
            {
                TMask exchanged = _factors.Exchanged(step);
                for (int j = 0; j < columns; j++)
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
                for (int row = 0; row < n; row++)
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

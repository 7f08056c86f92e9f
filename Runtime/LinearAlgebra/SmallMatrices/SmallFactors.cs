using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// P A = L U for a group of small matrices, in the place of A: L below the diagonal with ones on it, U above, on the diagonal the reciprocals
/// of its elements. Each lane has pivots of its own, those that the kernel of one matrix takes, and up to its <c>SmallRows</c> the factors are
/// the same bit by bit.
/// </summary>
/// <param name="a">The matrices.</param>
/// <param name="n">Rows and columns.</param>
/// <param name="exchanges">Room for <see cref="SmallFactors.ExchangeVectors"/>: what <see cref="Exchanged"/> and <see cref="Pivot"/> read.</param>
internal readonly struct SmallFactors<TLane, TScalar, TMask>(
    LaneMemory<TLane, TScalar, TMask> a, int n, LaneMemory<TLane, TScalar, TMask> exchanges)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Factors; says where the matrix is regular. What other lanes hold then has no meaning.</summary>
    public TMask Factor()
    {
        TMask regular = TMask.True;
        int exchange = 0;
        for (int k = 0; k < n; k++)
        {
            if (k < n - 1)
            {
                ChoosePivot(k, exchange);
                ExchangeRows(k, exchange);
            }

            TLane pivot = a[(k * n) + k];
            TLane reciprocal = TLane.Create(TScalar.One) / pivot;
            regular &= LaneArithmetic<TLane, TScalar, TMask>.IsRegular(reciprocal);
            a[(k * n) + k] = reciprocal;
            exchanges[(n * (n - 1) / 2) + k] = pivot;
            for (int i = k + 1; i < n; i++)
            {
                a[(i * n) + k] = LaneArithmetic<TLane, TScalar, TMask>.Divide(a[(i * n) + k], pivot, reciprocal);
            }

            Eliminate(k);
            exchange += n - k - 1;
        }

        return regular;
    }

    /// <summary>Whether a row was exchanged, and with which: the steps are numbered from 0, each column's rows in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Exchanged(int step) => exchanges[step] > TLane.Create(TScalar.Zero);

    /// <summary>The element of U on the diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Pivot(int k) => exchanges[(n * (n - 1) / 2) + k];

    /// <summary>The first of the largest elements, as with one matrix.</summary>
    private void ChoosePivot(int k, int exchange)
    {
        TLane one = TLane.Create(TScalar.One), zero = TLane.Create(TScalar.Zero);
        TLane largest = TLane.Abs(a[(k * n) + k]);
        for (int i = k + 1; i < n; i++)
        {
            TLane candidate = TLane.Abs(a[(i * n) + k]);
            TMask larger = candidate > largest;
            exchanges[exchange + i - k - 1] = TLane.Select(larger, one, zero);
            largest = TLane.Select(larger, candidate, largest);
        }

        // The last that was larger than all before it.
        TMask open = TMask.True;
        for (int step = exchange + n - k - 2; step >= exchange; step--)
        {
            TMask larger = Exchanged(step);
            exchanges[step] = TLane.Select(larger & open, one, zero);
            open &= !larger;
        }
    }

    /// <summary>The row of the pivot changes places with the one at the top. Often no matrix of the group has its pivot in a row.</summary>
    private void ExchangeRows(int k, int exchange)
    {
        LaneMemory<TLane, TScalar, TMask> top = a.From(k * n), row = top;
        for (int step = exchange; step < exchange + n - k - 1; step++)
        {
            row = row.From(n);
            TMask exchanged = Exchanged(step);
            if (!TMask.AnyTrue(exchanged))
            {
                continue;
            }

            for (int j = 0; j < n; j++)
            {
                TLane upper = top[j], lower = row[j];
                top[j] = TLane.Select(exchanged, lower, upper);
                row[j] = TLane.Select(exchanged, upper, lower);
            }
        }
    }

    /// <summary>Subtracts multiples of the row at the top from those below, two at a time.</summary>
    private void Eliminate(int k)
    {
        LaneMemory<TLane, TScalar, TMask> top = a.From(k * n);
        int i = k + 1;
        for (; i + 2 <= n; i += 2)
        {
            LaneMemory<TLane, TScalar, TMask> row = a.From(i * n), next = row.From(n);
            TLane factor = -row[k], nextFactor = -next[k];
            for (int j = k + 1; j < n; j++)
            {
                TLane upper = top[j];
                row[j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, upper, row[j]);
                next[j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(nextFactor, upper, next[j]);
            }
        }

        if (i < n)
        {
            LaneMemory<TLane, TScalar, TMask> row = a.From(i * n);
            TLane factor = -row[k];
            for (int j = k + 1; j < n; j++)
            {
                row[j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, top[j], row[j]);
            }
        }
    }
}

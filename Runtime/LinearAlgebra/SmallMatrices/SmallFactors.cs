using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// P A = L U for a group of small matrices, in the place of A: L below the diagonal with ones on it, U above, on the diagonal the reciprocals
/// of its elements. Each lane has pivots of its own: the rows below exchange places with the pivot's row in turn, where they are larger.
/// </summary>
/// <param name="a">The matrices.</param>
/// <param name="n">Rows and columns.</param>
/// <param name="exchanges">Room for n (n - 1) / 2 vectors: what <see cref="Exchanged"/> reads.</param>
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
            ChoosePivot(k, exchange);
            TLane reciprocal = TLane.Create(TScalar.One) / a[(k * n) + k];
            regular &= LaneArithmetic<TLane, TScalar, TMask>.IsRegular(reciprocal);
            a[(k * n) + k] = reciprocal;
            for (int j = 0; j < k; j++)
            {
                ExchangeColumn(k, j, exchange);
            }

            for (int i = k + 1; i < n; i++)
            {
                a[(i * n) + k] *= reciprocal;
            }

            for (int j = k + 1; j < n; j++)
            {
                ExchangeColumn(k, j, exchange);
                Eliminate(k, j);
            }

            exchange += n - k - 1;
        }

        return regular;
    }

    /// <summary>Whether a row was exchanged, and with which: the steps are numbered from 0, each column's rows in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMask Exchanged(int step) => exchanges[step] > TLane.Create(TScalar.Zero);

    private void ChoosePivot(int k, int exchange)
    {
        TLane pivot = a[(k * n) + k];
        for (int i = k + 1; i < n; i++)
        {
            TLane candidate = a[(i * n) + k];
            TMask larger = TLane.Abs(candidate) > TLane.Abs(pivot);
            exchanges[exchange + i - k - 1] = TLane.Select(larger, TLane.Create(TScalar.One), TLane.Create(TScalar.Zero));
            LaneArithmetic<TLane, TScalar, TMask>.Exchange(larger, ref candidate, ref pivot);
            a[(i * n) + k] = candidate;
        }

        a[(k * n) + k] = pivot;
    }

    private void ExchangeColumn(int k, int j, int exchange)
    {
        int rowStride = n;
        TLane zero = TLane.Create(TScalar.Zero);
        TLane top = a[(k * n) + j];
        LaneMemory<TLane, TScalar, TMask> column = a.From(((k + 1) * n) + j);
        LaneMemory<TLane, TScalar, TMask> exchanged = exchanges.From(exchange);
        for (int i = n - k - 1; i > 0; i--)
        {
            TLane element = column[0];
            TMask mask = exchanged[0] > zero;
            column[0] = TLane.Select(mask, top, element);
            top = TLane.Select(mask, element, top);
            column = column.From(rowStride);
            exchanged = exchanged.From(1);
        }

        a[(k * n) + j] = top;
    }

    private void Eliminate(int k, int j)
    {
        int rowStride = n;
        TLane top = -a[(k * n) + j];
        LaneMemory<TLane, TScalar, TMask> column = a.From(((k + 1) * n) + j);
        LaneMemory<TLane, TScalar, TMask> factors = a.From(((k + 1) * n) + k);
        for (int i = n - k - 1; i > 0; i--)
        {
            column[0] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factors[0], top, column[0]);
            column = column.From(rowStride);
            factors = factors.From(rowStride);
        }
    }
}

using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The determinants of a group of small matrices, by elimination with pivots.</summary>
internal static class SmallDeterminant<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Computes the determinant; A has no meaning afterwards. That of a singular matrix is zero.</summary>
    public static TLane Compute(LaneMemory<TLane, TScalar, TMask> a, int n)
    {
        TLane determinant = TLane.Create(TScalar.One);
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                ExchangeWhereLarger(a, n, k, i);
            }

            TLane pivot = a[(k * n) + k];
            determinant *= pivot;
            TMask none = pivot == TLane.Create(TScalar.Zero);
            TLane divisor = TLane.Select(none, TLane.Create(TScalar.One), pivot);
            for (int i = k + 1; i < n; i++)
            {
                TLane factor = a[(i * n) + k] / divisor;
                for (int j = k + 1; j < n; j++)
                {
                    a[(i * n) + j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplySubtract(factor, a[(k * n) + j], a[(i * n) + j]);
                }
            }
        }

        return determinant;
    }

    /// <summary>Makes the larger element the pivot. One row changes its sign, so that the determinant keeps its own.</summary>
    private static void ExchangeWhereLarger(LaneMemory<TLane, TScalar, TMask> a, int n, int k, int i)
    {
        TMask larger = TLane.Abs(a[(i * n) + k]) > TLane.Abs(a[(k * n) + k]);
        for (int j = k; j < n; j++)
        {
            TLane element = a[(i * n) + j];
            TLane top = a[(k * n) + j];
            a[(i * n) + j] = TLane.Select(larger, -top, element);
            a[(k * n) + j] = TLane.Select(larger, element, top);
        }
    }
}

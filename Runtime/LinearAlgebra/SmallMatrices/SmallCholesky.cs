using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>A = L Lᵀ for a group of small symmetric positive definite matrices, of which the lower triangle is read.</summary>
internal static class SmallCholesky<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Puts L, with zeros above the diagonal, in the place of A; says where A is positive definite and finite.</summary>
    public static TMask Factor(LaneMemory<TLane, TScalar, TMask> a, int n)
    {
        TMask definite = TMask.True;
        for (int k = 0; k < n; k++)
        {
            LaneMemory<TLane, TScalar, TMask> row = a.From(k * n);
            TLane pivot = row[k];
            definite &= (pivot > TLane.Create(TScalar.Zero)) & (pivot < TLane.Create(TScalar.PositiveInfinity));
            TLane root = TLane.Sqrt(pivot);
            TLane reciprocal = TLane.Create(TScalar.One) / root;
            row[k] = root;
            for (int i = k + 1; i < n; i++)
            {
                row[i] = TLane.Create(TScalar.Zero);
                a[(i * n) + k] *= reciprocal;
            }

            for (int i = k + 1; i < n; i++)
            {
                Eliminate(a, n, k, i);
            }
        }

        return definite;
    }

    private static void Eliminate(LaneMemory<TLane, TScalar, TMask> a, int n, int k, int i)
    {
        TLane factor = -a[(i * n) + k];
        LaneMemory<TLane, TScalar, TMask> row = a.From(i * n);
        LaneMemory<TLane, TScalar, TMask> column = a.From(((k + 1) * n) + k);
        for (int j = k + 1; j <= i; j++)
        {
            row[j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, column[0], row[j]);
            column = column.From(n);
        }
    }
}

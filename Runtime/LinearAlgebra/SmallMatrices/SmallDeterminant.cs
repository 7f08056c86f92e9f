using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The determinants of a group of small matrices, by elimination with pivots.</summary>
internal static class SmallDeterminant<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Products on the way are no larger, and no smaller than its reciprocal: then none of them overflows or loses digits.</summary>
    private static readonly TScalar s_largest = TScalar.CreateSaturating(typeof(TScalar) == typeof(double) ? 1e145 : 1e17);

    /// <summary>Computes the determinant.</summary>
    /// <param name="a">The matrices, of which factors are left.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="exchanges">Room for <see cref="SmallFactors.ExchangeVectors"/>.</param>
    /// <param name="determinant">The determinant.</param>
    /// <returns>Where the matrix is regular, and the product of the pivots was in bounds on the way.</returns>
    public static TMask Compute(
        LaneMemory<TLane, TScalar, TMask> a, int n, LaneMemory<TLane, TScalar, TMask> exchanges, out TLane determinant)
    {
        var factors = new SmallFactors<TLane, TScalar, TMask>(a, n, exchanges);
        TMask done = factors.Factor();
        TLane largest = TLane.Create(s_largest), smallest = TLane.Create(TScalar.One / s_largest);
        TLane product = TLane.Create(TScalar.One);
        for (int k = 0, step = 0; k < n; k++)
        {
            TLane pivot = factors.Pivot(k);
            for (int i = k + 1; i < n; i++, step++)
            {
                pivot = TLane.Select(factors.Exchanged(step), -pivot, pivot);
            }

            product *= pivot;
            TLane size = TLane.Abs(product);
            done &= (TLane.Abs(pivot) < largest) & (TLane.Abs(pivot) > smallest) & (size < largest) & (size > smallest);
        }

        determinant = product;
        return done;
    }
}

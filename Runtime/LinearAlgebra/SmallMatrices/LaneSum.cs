using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Adds up the first lanes of a vector.</summary>
internal static class LaneSum
{
    public static TScalar Of<TLane, TScalar, TMask>(TLane vector, int lanes)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        Span<TScalar> numbers = stackalloc TScalar[TLane.Width];
        TLane.Store(vector, numbers, 0);
        TScalar sum = TScalar.Zero;
        foreach (TScalar number in numbers.Slice(0, lanes))
        {
            sum += number;
        }

        return sum;
    }
}

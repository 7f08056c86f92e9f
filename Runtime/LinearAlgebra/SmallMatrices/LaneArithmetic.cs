using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticAd.CompilerServices;

/// <summary>What the kernels of small matrices compute in every lane.</summary>
internal static class LaneArithmetic<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>x y + z, rounded once where the processor can: alike in all widths, so that a result does not depend on the place in a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane MultiplyAdd(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(x, y, z) : x * y + z;

    /// <summary>z - x y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane MultiplySubtract(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(-x, y, z) : z - x * y;

    /// <summary>Whether a pivot can be divided by, to judge by its reciprocal: it is not zero, nor so small that this overflows, and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsRegular(TLane reciprocal)
    {
        TLane size = TLane.Abs(reciprocal);
        return (size > TLane.Create(TScalar.Zero)) & (size < TLane.Create(TScalar.PositiveInfinity));
    }

    /// <summary>Exchanges two values where the mask is true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exchange(TMask mask, ref TLane x, ref TLane y)
    {
        TLane former = x;
        x = TLane.Select(mask, y, former);
        y = TLane.Select(mask, former, y);
    }

    /// <summary>The first lane in which a mask is false; the number of lanes if there is none.</summary>
    public static int FirstFalse(TMask mask)
    {
        Span<TScalar> flags = stackalloc TScalar[TLane.Width];
        TLane.Store(TLane.Select(mask, TLane.Create(TScalar.One), TLane.Create(TScalar.Zero)), flags, 0);
        int found = flags.IndexOf(TScalar.Zero);
        return found < 0 ? TLane.Width : found;
    }
}

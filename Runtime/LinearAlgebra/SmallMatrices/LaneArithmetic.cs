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
    /// <summary>Twice the smallest normal number, or somewhat more.</summary>
    private static readonly TScalar s_smallest = TScalar.CreateSaturating(typeof(TScalar) == typeof(double) ? 4.5e-308 : 2.4e-38);

    /// <summary>x y + z, rounded once where the processor can: alike in all widths, so that a result does not depend on the place in a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane MultiplyAdd(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(x, y, z) : x * y + z;

    /// <summary>z - x y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane MultiplySubtract(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(-x, y, z) : z - x * y;

    /// <summary>x / y by the reciprocal of y, rounded as the quotient is, so that factors are those of one matrix bit by bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Divide(TLane x, TLane y, TLane reciprocal)
    {
        if (!Fma.IsSupported && !AdvSimd.IsSupported)
        {
            return x / y;
        }

        TLane quotient = x * reciprocal;
        return TLane.FusedMultiplyAdd(TLane.FusedMultiplyAdd(-quotient, y, x), reciprocal, quotient);
    }

    /// <summary>Whether the reciprocal of a pivot is a normal number: else the pivot is zero, not finite, or of an extreme size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsRegular(TLane reciprocal)
    {
        TLane size = TLane.Abs(reciprocal);
        return (size > TLane.Create(s_smallest)) & (size < TLane.Create(TScalar.PositiveInfinity));
    }

    /// <summary>Exchanges two values where the mask is true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exchange(TMask mask, ref TLane x, ref TLane y)
    {
        TLane former = x;
        x = TLane.Select(mask, y, former);
        y = TLane.Select(mask, former, y);
    }

    /// <summary>Whether a mask is true in a lane.</summary>
    public static bool IsTrue(TMask mask, int lane)
    {
        Span<TScalar> flags = stackalloc TScalar[TLane.Width];
        TLane.Store(TLane.Select(mask, TLane.Create(TScalar.One), TLane.Create(TScalar.Zero)), flags, 0);
        return flags[lane] != TScalar.Zero;
    }
}

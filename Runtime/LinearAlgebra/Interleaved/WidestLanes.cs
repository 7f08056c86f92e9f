using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>What is written once for lanes of every width.</summary>
internal interface ILaneWork
{
    void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>;
}

/// <summary>The widest lanes that the processor has for a type; which ones is known when this is compiled.</summary>
internal static class WidestLanes
{
    /// <summary>How many there are.</summary>
    public static int Width<T>()
        where T : unmanaged =>
        (Vector512.IsHardwareAccelerated ? 64 : Vector256.IsHardwareAccelerated ? 32 : 16) / Unsafe.SizeOf<T>();

    /// <summary>Runs in them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, TWork>(TWork work)
        where T : unmanaged
        where TWork : struct, ILaneWork
    {
        if (typeof(T) == typeof(double))
        {
            if (Vector512.IsHardwareAccelerated)
            {
                work.Run<Double8, double, Double8Mask>();
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                work.Run<Double4, double, Double4Mask>();
            }
            else
            {
                work.Run<Double2, double, Double2Mask>();
            }
        }
        else if (typeof(T) == typeof(float))
        {
            if (Vector512.IsHardwareAccelerated)
            {
                work.Run<Float16, float, Float16Mask>();
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                work.Run<Float8, float, Float8Mask>();
            }
            else
            {
                work.Run<Float4, float, Float4Mask>();
            }
        }
        else
        {
            throw new NotSupportedException();
        }
    }
}

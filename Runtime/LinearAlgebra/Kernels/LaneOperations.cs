using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Lanes from and to memory that does not move.</summary>
internal static unsafe class LaneOperations<TLane, T, TMask>
    where TLane : struct, ILane<TLane, T, TMask>
    where TMask : struct, ILaneMask<TMask>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Load(T* source) => TLane.Load(new ReadOnlySpan<T>(source, TLane.Width), 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(T* target, TLane value, TLane factor) => Store(target, factor * value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(T* target, TLane value, TLane factor) => Store(target, MultiplyAdd(factor, value, Load(target)));

    /// <summary>Without an instruction for it, a fused product is a function call for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane MultiplyAdd(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(x, y, z) : (x * y) + z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* target, TLane value) => TLane.Store(value, new Span<T>(target, TLane.Width), 0);
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// One row of the product of two panels, three vectors wide. Held in a local and changed by value, its vectors stay in registers.
/// </summary>
internal unsafe struct RegisterRow<TLane, T, TMask>
    where TLane : struct, ILane<TLane, T, TMask>
    where TMask : struct, ILaneMask<TMask>
    where T : unmanaged
{
    private TLane _left;
    private TLane _middle;
    private TLane _right;

    /// <summary>The row with the product of one element of A and a row of B added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RegisterRow<TLane, T, TMask> Add(RegisterRow<TLane, T, TMask> row, T element, TLane left, TLane middle, TLane right)
    {
        TLane factor = TLane.Create(element);
        row._left = MultiplyAdd(factor, left, row._left);
        row._middle = MultiplyAdd(factor, middle, row._middle);
        row._right = MultiplyAdd(factor, right, row._right);
        return row;
    }

    /// <summary>Overwrites three vectors of memory with the row times a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(T* target, RegisterRow<TLane, T, TMask> row, TLane factor)
    {
        Store(target, factor * row._left);
        Store(target + TLane.Width, factor * row._middle);
        Store(target + (2 * TLane.Width), factor * row._right);
    }

    /// <summary>Adds the row times a factor to three vectors of memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(T* target, RegisterRow<TLane, T, TMask> row, TLane factor)
    {
        Store(target, MultiplyAdd(factor, row._left, Load(target)));
        Store(target + TLane.Width, MultiplyAdd(factor, row._middle, Load(target + TLane.Width)));
        Store(target + (2 * TLane.Width), MultiplyAdd(factor, row._right, Load(target + (2 * TLane.Width))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Load(T* source) => TLane.Load(new ReadOnlySpan<T>(source, TLane.Width), 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* target, TLane value) => TLane.Store(value, new Span<T>(target, TLane.Width), 0);

    /// <summary>Without an instruction for it, a fused product is a function call for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane MultiplyAdd(TLane x, TLane y, TLane z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? TLane.FusedMultiplyAdd(x, y, z) : (x * y) + z;
}

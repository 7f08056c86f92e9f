using System.Runtime.CompilerServices;
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
        row._left = LaneOperations<TLane, T, TMask>.MultiplyAdd(factor, left, row._left);
        row._middle = LaneOperations<TLane, T, TMask>.MultiplyAdd(factor, middle, row._middle);
        row._right = LaneOperations<TLane, T, TMask>.MultiplyAdd(factor, right, row._right);
        return row;
    }

    /// <summary>Overwrites three vectors of memory with the row times a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(T* target, RegisterRow<TLane, T, TMask> row, TLane factor)
    {
        LaneOperations<TLane, T, TMask>.Write(target, row._left, factor);
        LaneOperations<TLane, T, TMask>.Write(target + TLane.Width, row._middle, factor);
        LaneOperations<TLane, T, TMask>.Write(target + (2 * TLane.Width), row._right, factor);
    }

    /// <summary>Adds the row times a factor to three vectors of memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(T* target, RegisterRow<TLane, T, TMask> row, TLane factor)
    {
        LaneOperations<TLane, T, TMask>.AddTo(target, row._left, factor);
        LaneOperations<TLane, T, TMask>.AddTo(target + TLane.Width, row._middle, factor);
        LaneOperations<TLane, T, TMask>.AddTo(target + (2 * TLane.Width), row._right, factor);
    }
}

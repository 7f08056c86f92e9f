using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// Rows of three vectors. There are as many as registers allow: eight where vectors have 512 bits (32 registers), else four.
/// </summary>
internal unsafe struct WideBlock<TLane, T, TMask> : IRegisterBlock<T>
    where TLane : struct, ILane<TLane, T, TMask>
    where TMask : struct, ILaneMask<TMask>
    where T : unmanaged
{
    public static int Rows => Unsafe.SizeOf<TLane>() == 64 ? 8 : 4;

    public static int Columns => 3 * TLane.Width;

    public static void Multiply(T* a, T* b, int inner, T factor, T* c, nint stride, bool accumulate)
    {
        if (Rows == 8)
        {
            EightRows(a, b, inner, TLane.Create(factor), c, stride, accumulate);
        }
        else
        {
            FourRows(a, b, inner, TLane.Create(factor), c, stride, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EightRows(T* a, T* b, int inner, TLane factor, T* c, nint stride, bool accumulate)
    {
        RegisterRow<TLane, T, TMask> r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default;
        for (int k = 0; k < inner; k++)
        {
            TLane left = LaneOperations<TLane, T, TMask>.Load(b);
            TLane middle = LaneOperations<TLane, T, TMask>.Load(b + TLane.Width);
            TLane right = LaneOperations<TLane, T, TMask>.Load(b + (2 * TLane.Width));
            r0 = RegisterRow<TLane, T, TMask>.Add(r0, a[0], left, middle, right);
            r1 = RegisterRow<TLane, T, TMask>.Add(r1, a[1], left, middle, right);
            r2 = RegisterRow<TLane, T, TMask>.Add(r2, a[2], left, middle, right);
            r3 = RegisterRow<TLane, T, TMask>.Add(r3, a[3], left, middle, right);
            r4 = RegisterRow<TLane, T, TMask>.Add(r4, a[4], left, middle, right);
            r5 = RegisterRow<TLane, T, TMask>.Add(r5, a[5], left, middle, right);
            r6 = RegisterRow<TLane, T, TMask>.Add(r6, a[6], left, middle, right);
            r7 = RegisterRow<TLane, T, TMask>.Add(r7, a[7], left, middle, right);
            a += 8;
            b += 3 * TLane.Width;
        }

        Put(c, r0, factor, accumulate);
        Put(c + stride, r1, factor, accumulate);
        Put(c + (2 * stride), r2, factor, accumulate);
        Put(c + (3 * stride), r3, factor, accumulate);
        Put(c + (4 * stride), r4, factor, accumulate);
        Put(c + (5 * stride), r5, factor, accumulate);
        Put(c + (6 * stride), r6, factor, accumulate);
        Put(c + (7 * stride), r7, factor, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourRows(T* a, T* b, int inner, TLane factor, T* c, nint stride, bool accumulate)
    {
        RegisterRow<TLane, T, TMask> r0 = default, r1 = default, r2 = default, r3 = default;
        for (int k = 0; k < inner; k++)
        {
            TLane left = LaneOperations<TLane, T, TMask>.Load(b);
            TLane middle = LaneOperations<TLane, T, TMask>.Load(b + TLane.Width);
            TLane right = LaneOperations<TLane, T, TMask>.Load(b + (2 * TLane.Width));
            r0 = RegisterRow<TLane, T, TMask>.Add(r0, a[0], left, middle, right);
            r1 = RegisterRow<TLane, T, TMask>.Add(r1, a[1], left, middle, right);
            r2 = RegisterRow<TLane, T, TMask>.Add(r2, a[2], left, middle, right);
            r3 = RegisterRow<TLane, T, TMask>.Add(r3, a[3], left, middle, right);
            a += 4;
            b += 3 * TLane.Width;
        }

        Put(c, r0, factor, accumulate);
        Put(c + stride, r1, factor, accumulate);
        Put(c + (2 * stride), r2, factor, accumulate);
        Put(c + (3 * stride), r3, factor, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* target, RegisterRow<TLane, T, TMask> row, TLane factor, bool accumulate)
    {
        if (accumulate)
        {
            RegisterRow<TLane, T, TMask>.AddTo(target, row, factor);
        }
        else
        {
            RegisterRow<TLane, T, TMask>.Write(target, row, factor);
        }
    }
}

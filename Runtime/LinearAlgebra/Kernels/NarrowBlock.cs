using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Eight rows of one vector, for products of so few columns that most of a wider block would be empty.</summary>
internal unsafe struct NarrowBlock<TLane, T, TMask> : IRegisterBlock<T>
    where TLane : struct, ILane<TLane, T, TMask>
    where TMask : struct, ILaneMask<TMask>
    where T : unmanaged
{
    public static int Rows => 8;

    public static int Columns => TLane.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Multiply(T* a, T* b, int inner, T factor, T* c, nint stride, bool accumulate)
    {
        TLane zero = TLane.Create(default);
        TLane r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero, r6 = zero, r7 = zero;
        for (int k = 0; k < inner; k++, a += 8, b += TLane.Width)
        {
            TLane row = LaneOperations<TLane, T, TMask>.Load(b);
            r0 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[0]), row, r0);
            r1 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[1]), row, r1);
            r2 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[2]), row, r2);
            r3 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[3]), row, r3);
            r4 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[4]), row, r4);
            r5 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[5]), row, r5);
            r6 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[6]), row, r6);
            r7 = LaneOperations<TLane, T, TMask>.MultiplyAdd(TLane.Create(a[7]), row, r7);
        }

        TLane factors = TLane.Create(factor);
        Put(c, r0, factors, accumulate);
        Put(c + stride, r1, factors, accumulate);
        Put(c + (2 * stride), r2, factors, accumulate);
        Put(c + (3 * stride), r3, factors, accumulate);
        Put(c + (4 * stride), r4, factors, accumulate);
        Put(c + (5 * stride), r5, factors, accumulate);
        Put(c + (6 * stride), r6, factors, accumulate);
        Put(c + (7 * stride), r7, factors, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* target, TLane row, TLane factor, bool accumulate)
    {
        if (accumulate)
        {
            LaneOperations<TLane, T, TMask>.AddTo(target, row, factor);
        }
        else
        {
            LaneOperations<TLane, T, TMask>.Write(target, row, factor);
        }
    }
}

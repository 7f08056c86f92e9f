using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The norm of a vector of any order.</summary>
internal static unsafe class VectorNorm
{
    public static T Of<T>(T* x, int count, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (order == T.One)
        {
            return SumOfMagnitudes(x, count);
        }

        if (order == T.One + T.One)
        {
            return ElementOperations.Norm(x, count);
        }

        return order == T.Zero ? NonZeros(x, count) : Powers(x, count, order);
    }

    /// <summary>Powers of quotients by the largest of the absolute values, or the smallest where the order is negative, are neither too large nor all too small.</summary>
    private static T Powers<T>(T* x, int count, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T extreme = order > T.Zero ? Largest(x, count) : Smallest(x, count);
        if (T.IsInfinity(order) || extreme == T.Zero || !T.IsFinite(extreme))
        {
            return extreme;
        }

        T sum = T.Zero;
        for (int i = 0; i < count; i++)
        {
            sum += T.Pow(T.Abs(x[i]) / extreme, order);
        }

        return extreme * T.Pow(sum, T.One / order);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T SumOfMagnitudes<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> sums = Vector<T>.Zero;
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            sums += Vector.Abs(Vector.Load(x + i));
        }

        T sum = Vector.Sum(sums);
        for (; i < count; i++)
        {
            sum += T.Abs(x[i]);
        }

        return sum;
    }

    private static T NonZeros<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int found = 0;
        for (int i = 0; i < count; i++)
        {
            found += x[i] == T.Zero ? 0 : 1;
        }

        return T.CreateChecked(found);
    }

    private static T Largest<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        for (int i = 0; i < count; i++)
        {
            largest = T.Max(largest, T.Abs(x[i]));
        }

        return largest;
    }

    private static T Smallest<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T smallest = T.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            smallest = T.Min(smallest, T.Abs(x[i]));
        }

        return smallest;
    }
}

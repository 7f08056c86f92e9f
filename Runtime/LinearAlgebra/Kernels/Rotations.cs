using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Plane rotations of elements that are neighbours: parts of rows.</summary>
internal static unsafe class Rotations
{
    /// <summary>x := c x - s y, y := s x + c y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rotate<T>(T* x, T* y, T c, T s, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (Vector<T> cosines, Vector<T> sines) = (Vector.Create(c), Vector.Create(s));
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            (Vector<T> left, Vector<T> right) = (Vector.Load(x + i), Vector.Load(y + i));
            Vector.Store((cosines * left) - (sines * right), x + i);
            Vector.Store((sines * left) + (cosines * right), y + i);
        }

        for (; i < count; i++)
        {
            (T left, T right) = (x[i], y[i]);
            x[i] = (c * left) - (s * right);
            y[i] = (s * left) + (c * right);
        }
    }

    /// <summary>The length of a vector of two elements, without overflow and underflow on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Length<T>(T x, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (x, y) = (T.Abs(x), T.Abs(y));
        (T small, T large) = x < y ? (x, y) : (y, x);
        T ratio = small / large;
        return large == T.Zero ? T.Zero : large * T.Sqrt(T.One + (ratio * ratio));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticAd.Kernels;

/// <summary>Operations on elements that are neighbours: parts of rows.</summary>
internal static unsafe class VectorOperations
{
    /// <summary>Adds a multiple of one vector to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddMultiple<T>(T factor, T* x, T* target, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = Vector.Create(factor);
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(MultiplyAdd(factors, Vector.Load(x + i), Vector.Load(target + i)), target + i);
        }

        for (; i < count; i++)
        {
            target[i] = MultiplyAdd(factor, x[i], target[i]);
        }
    }

    /// <summary>Adds one vector to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(T* x, T* target, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= count - Vector512<T>.Count && Vector512.IsHardwareAccelerated; i += Vector512<T>.Count)
        {
            (Vector512.Load(x + i) + Vector512.Load(target + i)).Store(target + i);
        }

        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(Vector.Load(x + i) + Vector.Load(target + i), target + i);
        }

        for (; i < count; i++)
        {
            target[i] += x[i];
        }
    }

    /// <summary>Adds multiples of four vectors to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddMultiples<T>(T f0, T* x0, T f1, T* x1, T f2, T* x2, T f3, T* x3, T* target, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (Vector<T> v0, Vector<T> v1) = (Vector.Create(f0), Vector.Create(f1));
        (Vector<T> v2, Vector<T> v3) = (Vector.Create(f2), Vector.Create(f3));
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> sum = MultiplyAdd(v0, Vector.Load(x0 + i), Vector.Load(target + i));
            sum = MultiplyAdd(v1, Vector.Load(x1 + i), sum);
            sum = MultiplyAdd(v2, Vector.Load(x2 + i), sum);
            Vector.Store(MultiplyAdd(v3, Vector.Load(x3 + i), sum), target + i);
        }

        for (; i < count; i++)
        {
            T sum = MultiplyAdd(f0, x0[i], target[i]);
            sum = MultiplyAdd(f1, x1[i], sum);
            sum = MultiplyAdd(f2, x2[i], sum);
            target[i] = MultiplyAdd(f3, x3[i], sum);
        }
    }

    /// <summary>Where the element of the largest absolute value is; NaN counts only where there is nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Largest<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> largest = -Vector<T>.One;
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> magnitude = Vector.Abs(Vector.Load(x + i));
            largest = Vector.ConditionalSelect(Vector.GreaterThan(magnitude, largest), magnitude, largest);
        }

        T found = -T.One;
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            found = largest[lane] > found ? largest[lane] : found;
        }

        for (; i < count; i++)
        {
            found = T.Abs(x[i]) > found ? T.Abs(x[i]) : found;
        }

        for (i = 0; i < count; i++)
        {
            if (T.Abs(x[i]) == found)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The sum of the products of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Dot<T>(T* x, T* y, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> even = Vector<T>.Zero;
        Vector<T> odd = Vector<T>.Zero;
        int i = 0;
        for (; i <= count - (2 * Vector<T>.Count); i += 2 * Vector<T>.Count)
        {
            even += Vector.Load(x + i) * Vector.Load(y + i);
            odd += Vector.Load(x + i + Vector<T>.Count) * Vector.Load(y + i + Vector<T>.Count);
        }

        T sum = Vector.Sum(even + odd);
        for (; i < count; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>Divides a vector by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Divide<T>(T* target, T divisor, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> divisors = Vector.Create(divisor);
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(Vector.Load(target + i) / divisors, target + i);
        }

        for (; i < count; i++)
        {
            target[i] /= divisor;
        }
    }

    /// <summary>Exchanges two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Swap<T>(T* x, T* y, int count)
        where T : unmanaged
    {
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> kept = Vector.Load(x + i);
            Vector.Store(Vector.Load(y + i), x + i);
            Vector.Store(kept, y + i);
        }

        for (; i < count; i++)
        {
            (x[i], y[i]) = (y[i], x[i]);
        }
    }

    /// <summary>x y + z, rounded once where the processor can, as in lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> MultiplyAdd<T>(Vector<T> x, Vector<T> y, Vector<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fma.IsSupported && !AdvSimd.IsSupported)
        {
            return (x * y) + z;
        }

        return typeof(T) == typeof(double)
            ? Vector.FusedMultiplyAdd(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>()
            : Vector.FusedMultiplyAdd(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MultiplyAdd<T>(T x, T y, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fma.IsSupported || AdvSimd.IsSupported ? T.FusedMultiplyAdd(x, y, z) : (x * y) + z;
}

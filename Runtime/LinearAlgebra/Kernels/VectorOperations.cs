using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Operations on elements that are neighbours: parts of rows.</summary>
internal static unsafe class VectorOperations
{
    /// <summary>Adds a multiple of one vector to another.</summary>
    public static void AddMultiple<T>(T factor, T* x, T* target, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = Vector.Create(factor);
        int i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store((factors * Vector.Load(x + i)) + Vector.Load(target + i), target + i);
        }

        for (; i < count; i++)
        {
            target[i] += factor * x[i];
        }
    }

    /// <summary>The sum of the products of two vectors.</summary>
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
}

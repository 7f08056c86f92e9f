using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticAd.Kernels;

/// <summary>Operations on all elements of a matrix, one by one.</summary>
internal static unsafe class ElementOperations
{
    /// <summary>Combines two vectors; the result may be one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Combine<T, TOperation>(T* x, T* y, T* target, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T>
    {
        nint i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= count - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Vector512.Store(TOperation.Of(Vector512.Load(x + i), Vector512.Load(y + i)), target + i);
        }

        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(TOperation.Of(Vector.Load(x + i), Vector.Load(y + i)), target + i);
        }

        for (; i < count; i++)
        {
            target[i] = TOperation.Of(x[i], y[i]);
        }
    }

    /// <summary>Multiplies a vector by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Scale<T>(T factor, T* x, T* target, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = Vector.Create(factor);
        nint i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store(factors * Vector.Load(x + i), target + i);
        }

        for (; i < count; i++)
        {
            target[i] = factor * x[i];
        }
    }

    /// <summary>Multiplies a vector where it lies; false if one of its elements is not finite then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static bool ScaleInPlace<T>(T factor, T* x, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = Vector.Create(factor), zeros = Vector<T>.Zero;
        nint i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> scaled = factors * Vector.Load(x + i);
            zeros += scaled * Vector<T>.Zero;
            Vector.Store(scaled, x + i);
        }

        T zero = Vector.Sum(zeros);
        for (; i < count; i++)
        {
            x[i] *= factor;
            zero += x[i] * T.Zero;
        }

        return zero == T.Zero;
    }

    /// <summary>Adds the products of the elements of two vectors to a third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddProducts<T>(T* x, T* y, T* target, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= count - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Vector512.Store((Vector512.Load(x + i) * Vector512.Load(y + i)) + Vector512.Load(target + i), target + i);
        }

        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector.Store((Vector.Load(x + i) * Vector.Load(y + i)) + Vector.Load(target + i), target + i);
        }

        for (; i < count; i++)
        {
            target[i] += x[i] * y[i];
        }
    }

    /// <summary>Adds s G to the gradient of a matrix A, and returns ⟨G, A⟩, the gradient of s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T ScaleGradients<T>(T factor, T* a, T* cotangent, T* gradient, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = Vector.Create(factor);
        Vector<T> products = Vector<T>.Zero;
        nint i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> bar = Vector.Load(cotangent + i);
            products += bar * Vector.Load(a + i);
            Vector.Store((factors * bar) + Vector.Load(gradient + i), gradient + i);
        }

        T product = Vector.Sum(products);
        for (; i < count; i++)
        {
            product += cotangent[i] * a[i];
            gradient[i] += factor * cotangent[i];
        }

        return product;
    }

    /// <summary>The sum of a vector's elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Sum<T>(T* x, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> even = Vector<T>.Zero;
        Vector<T> odd = Vector<T>.Zero;
        nint i = 0;
        for (; i <= count - (2 * Vector<T>.Count); i += 2 * Vector<T>.Count)
        {
            even += Vector.Load(x + i);
            odd += Vector.Load(x + i + Vector<T>.Count);
        }

        T sum = Vector.Sum(even + odd);
        for (; i < count; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    /// <summary>The square root of the sum of squares, also where squares are too large or too small for the type.</summary>
    public static T Norm<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T squares = VectorOperations.Dot(x, x, count);
        if (T.IsNormal(squares) || T.IsNaN(squares) || count == 0)
        {
            return T.Sqrt(squares);
        }

        T largest = T.Abs(x[VectorOperations.Largest(x, count)]);
        if (largest == T.Zero || T.IsInfinity(largest))
        {
            return largest;
        }

        int exponent = T.ILogB(largest);
        squares = T.Zero;
        for (int i = 0; i < count; i++)
        {
            T scaled = T.ScaleB(x[i], -exponent);
            squares += scaled * scaled;
        }

        return T.ScaleB(T.Sqrt(squares), exponent);
    }
}

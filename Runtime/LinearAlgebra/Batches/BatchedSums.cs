using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>What gradients add to memory that may be one matrix for a whole batch: it takes the sum then.</summary>
internal static unsafe class BatchedSums
{
    /// <summary>Adds A ∘ B.</summary>
    public static void AddProducts<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = size == 0 ? 0 : Math.Max(Math.Max(a.Length, b.Length), sum.Length) / size;
        (nint stepA, nint stepB, nint stepSum) = (Step(a.Length, size, count), Step(b.Length, size, count), Step(sum.Length, size, count));
        fixed (T* left = a, right = b, target = sum)
        {
            for (int i = 0; i < count; i++)
            {
                ElementOperations.AddProducts(left + (i * stepA), right + (i * stepB), target + (i * stepSum), size);
            }
        }
    }

    /// <summary>Adds s A, with a number s for each matrix or one for all.</summary>
    public static void AddMultiples<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = size == 0 ? 0 : Math.Max(Math.Max(a.Length, sum.Length) / size, factors.Length);
        (nint stepA, nint stepSum, nint factorStep) = (Step(a.Length, size, count), Step(sum.Length, size, count), Step(factors.Length, 1, count));
        fixed (T* source = a, target = sum, factor = factors)
        {
            for (int i = 0; i < count; i++)
            {
                VectorOperations.AddMultiple(factor[i * factorStep], source + (i * stepA), target + (i * stepSum), size);
            }
        }
    }

    /// <summary>Of C = s A with the cotangent G: adds s G to one gradient and ⟨G, A⟩ to the other.</summary>
    public static void AddScaleGradients<T>(
        ReadOnlySpan<T> factors, ReadOnlySpan<T> a, ReadOnlySpan<T> cotangent, Span<T> dfactors, Span<T> da, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = size == 0 ? 0 : cotangent.Length / size;
        (nint step, nint factorStep) = (Step(a.Length, size, count), Step(factors.Length, 1, count));
        fixed (T* source = a, bar = cotangent, gradient = da, factor = factors)
        {
            for (int i = 0; i < count; i++)
            {
                dfactors[(int)(i * factorStep)] += ElementOperations.ScaleGradients(
                    factor[i * factorStep], source + (i * step), bar + (i * (nint)size), gradient + (i * step), size);
            }
        }
    }

    /// <summary>Adds the same number to all elements of a matrix.</summary>
    public static void AddNumbers<T>(ReadOnlySpan<T> numbers, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            foreach (ref T element in sum.Slice(i * size, size))
            {
                element += numbers[i];
            }
        }
    }

    // Operations have checked lengths before they come here.
    private static nint Step(int length, int size, int count) => length == size && count != 1 ? 0 : size;
}

using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Operations on the elements of the matrices of a batch, of which only their number counts.</summary>
internal static unsafe class BatchedElements
{
    public static void Combine<T, TOperation>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, int size, string resultName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T>
    {
        int count = Count(result.Length, size, resultName);
        nint stepA = BatchLengths.Step(a.Length, size, count, nameof(a));
        nint stepB = BatchLengths.Step(b.Length, size, count, nameof(b));
        BatchLengths.NoOverlap(result, a, resultName);
        BatchLengths.NoOverlap(result, b, resultName);
        fixed (T* left = a, right = b, target = result)
        {
            if (stepA == size && stepB == size)
            {
                ElementOperations.Combine<T, TOperation>(left, right, target, result.Length);
                return;
            }

            for (int i = 0; i < count; i++)
            {
                ElementOperations.Combine<T, TOperation>(left + (i * stepA), right + (i * stepB), target + (i * (nint)size), size);
            }
        }
    }

    public static void Accumulate<T>(ReadOnlySpan<T> a, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Math.Max(Count(sum.Length, size, nameof(sum)), Count(a.Length, size, nameof(a)));
        nint stepA = BatchLengths.Step(a.Length, size, count, nameof(a));
        nint stepSum = BatchLengths.Step(sum.Length, size, count, nameof(sum));
        BatchLengths.NoOverlap(sum, a, nameof(sum));
        fixed (T* source = a, target = sum)
        {
            if (stepA == size && stepSum == size)
            {
                ElementOperations.Combine<T, Plus<T>>(target, source, target, a.Length);
                return;
            }

            for (int i = 0; i < count; i++)
            {
                T* at = target + (i * stepSum);
                ElementOperations.Combine<T, Plus<T>>(at, source + (i * stepA), at, size);
            }
        }
    }

    public static void Scale<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = Count(scaled.Length, size, nameof(scaled));
        count = size == 0 ? factors.Length : count;
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        nint factorStep = BatchLengths.Step(factors.Length, 1, count, nameof(factors));
        BatchLengths.NoOverlap(scaled, a, nameof(scaled));
        BatchLengths.NoOverlap(scaled, factors, nameof(scaled));
        fixed (T* source = a, target = scaled, factor = factors)
        {
            for (int i = 0; i < count; i++)
            {
                ElementOperations.Scale(factor[i * factorStep], source + (i * step), target + (i * (nint)size), size);
            }
        }
    }

    public static void InnerProducts<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> products, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        nint stepA = BatchLengths.Step(a.Length, size, products.Length, nameof(a));
        nint stepB = BatchLengths.Step(b.Length, size, products.Length, nameof(b));
        BatchLengths.NoOverlap(products, a, nameof(products));
        BatchLengths.NoOverlap(products, b, nameof(products));
        fixed (T* left = a, right = b)
        {
            for (int i = 0; i < products.Length; i++)
            {
                products[i] = VectorOperations.Dot(left + (i * stepA), right + (i * stepB), size);
            }
        }
    }

    public static void Sums<T>(ReadOnlySpan<T> a, Span<T> sums, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckWhole(a, sums, size, nameof(sums));
        fixed (T* start = a)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] = ElementOperations.Sum(start + (i * (nint)size), size);
            }
        }
    }

    public static void Norms<T>(ReadOnlySpan<T> a, Span<T> norms, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckWhole(a, norms, size, nameof(norms));
        fixed (T* start = a)
        {
            for (int i = 0; i < norms.Length; i++)
            {
                norms[i] = ElementOperations.Norm(start + (i * (nint)size), size);
            }
        }
    }

    private static void CheckWhole<T>(ReadOnlySpan<T> a, Span<T> results, int size, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (a.Length != (long)size * results.Length)
        {
            throw new ArgumentException($"It has {a.Length} elements where there must be {(long)size * results.Length} for a batch of {results.Length}.", nameof(a));
        }

        BatchLengths.NoOverlap(results, a, name);
    }

    private static int Count(int length, int size, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return BatchLengths.Count(length, size, name);
    }
}

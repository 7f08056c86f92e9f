using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Inverses of the matrices of a batch.</summary>
internal static unsafe class BatchedInverse
{
    public static Pivots Try<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, ResultUse use, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(inverse.Length, size, nameof(inverse));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(inverse, a, nameof(inverse));
        fixed (T* source = a, target = inverse)
        {
            InverseOperation<T> operation = new(new BatchOperand<T>(source, (int)size, step), target, n, use);
            return BatchRun.Run<T, InverseOperation<T>>(operation, count, step != 0 && LaneSizes.PayInFactors(n, count), out failed);
        }
    }

    /// <summary>Adds the gradients of the matrices, or the sum of them to that of one that serves all.</summary>
    public static void AddGradient<T>(ReadOnlySpan<T> inverse, ReadOnlySpan<T> inverseBar, Span<T> da, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inverse.IsEmpty)
        {
            return;
        }

        int size = n * n;
        int count = inverse.Length / size;
        fixed (T* y = inverse, g = inverseBar, target = da)
        {
            InverseGradientOperation<T> operation = new(
                new BatchOperand<T>(y, size, size), new BatchOperand<T>(g, size, size), new BatchResult<T>(target, size, da.Length == size ? 0 : size), n);
            BatchRun.Run<T, InverseGradientOperation<T>>(operation, count, LaneSizes.PayInFactors(n, count), out _);
        }
    }
}

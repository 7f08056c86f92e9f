using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Cholesky factors of the matrices of a batch.</summary>
internal static unsafe class BatchedCholesky
{
    public static Pivots Try<T>(ReadOnlySpan<T> a, Span<T> factor, int n, ResultUse use, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(factor.Length, size, nameof(factor));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(factor, a, nameof(factor));
        fixed (T* source = a, target = factor)
        {
            CholeskyOperation<T> operation = new(new BatchOperand<T>(source, (int)size, step), target, n, use);
            return BatchRun.Run<T, CholeskyOperation<T>>(operation, count, step != 0 && LaneSizes.PayInFactors(n, count), out failed);
        }
    }

    /// <summary>Adds the gradients of the matrices, or the sum of them to that of one that serves all.</summary>
    public static void AddGradient<T>(ReadOnlySpan<T> factor, ReadOnlySpan<T> factorBar, Span<T> da, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (factor.IsEmpty)
        {
            return;
        }

        int size = n * n;
        int count = factor.Length / size;
        fixed (T* y = factor, g = factorBar, target = da)
        {
            CholeskyGradientOperation<T> operation = new(
                new BatchOperand<T>(y, size, size), new BatchOperand<T>(g, size, size), new BatchResult<T>(target, size, da.Length == size ? 0 : size), n);
            BatchRun.Run<T, CholeskyGradientOperation<T>>(operation, count, LaneSizes.PayInFactors(n, count), out _);
        }
    }
}

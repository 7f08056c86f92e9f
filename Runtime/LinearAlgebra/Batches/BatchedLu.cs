using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>LU factors of the matrices of a batch.</summary>
internal static unsafe class BatchedLu
{
    /// <param name="a">The matrices.</param>
    /// <param name="memory">Takes the factors of all, and behind them for each the rows that were exchanged.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="failed">The first matrix that is not regular.</param>
    public static Pivots TryLu<T>(ReadOnlySpan<T> a, Span<T> memory, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(a.Length, size, nameof(a));
        BatchLengths.Same(memory.Length, (size + n) * count, nameof(memory));
        BatchLengths.NoOverlap(memory, a, nameof(memory));
        fixed (T* source = a, target = memory)
        {
            LuFactorOperation<T> operation = new(new BatchOperand<T>(source, (int)size, (nint)size), target, target + a.Length, n);
            return BatchRun.Run<T, LuFactorOperation<T>>(operation, count, LaneSizes.PayInFactors(n, count), out failed);
        }
    }
}

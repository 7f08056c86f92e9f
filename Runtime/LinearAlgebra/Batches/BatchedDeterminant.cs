using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Determinants of the matrices of a batch.</summary>
internal static unsafe class BatchedDeterminant
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> determinants, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint step = BatchLengths.Step(a.Length, BatchLengths.Size(n, n, nameof(n), nameof(n)), determinants.Length, nameof(a));
        BatchLengths.NoOverlap(determinants, a, nameof(determinants));
        fixed (T* start = a, results = determinants)
        {
            DeterminantOperation<T> operation = new(new BatchOperand<T>(start, n * n, step), results, n);
            BatchRun.Run<T, DeterminantOperation<T>>(operation, determinants.Length, step != 0 && LaneSizes.Pay(n, determinants.Length), out _);
        }
    }

    public static void SignAndLog<T>(ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logs.Length != signs.Length)
        {
            throw new ArgumentException($"It has {logs.Length} elements where there are {signs.Length} signs.", nameof(logs));
        }

        nint step = BatchLengths.Step(a.Length, BatchLengths.Size(n, n, nameof(n), nameof(n)), signs.Length, nameof(a));
        BatchLengths.NoOverlap(signs, a, nameof(signs));
        BatchLengths.NoOverlap(logs, a, nameof(logs));
        BatchLengths.NoOverlap(logs, (ReadOnlySpan<T>)signs, nameof(logs));
        fixed (T* start = a, firstSign = signs, firstLog = logs)
        {
            LogDeterminantOperation<T> operation = new(new BatchOperand<T>(start, n * n, step), firstSign, firstLog, n);
            BatchRun.Run<T, LogDeterminantOperation<T>>(operation, signs.Length, step != 0 && LaneSizes.Pay(n, signs.Length), out _);
        }
    }
}

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
            BatchRun.Run<T, DeterminantOperation<T>>(operation, determinants.Length, step != 0 && LaneSizes.PayInFactors(n, determinants.Length), out _);
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
            BatchRun.Run<T, LogDeterminantOperation<T>>(operation, signs.Length, step != 0 && LaneSizes.PayInFactors(n, signs.Length), out _);
        }
    }

    /// <summary>Adds the cofactors of matrices, times a number for each; or their inverses, transposed, which are the cofactors over the determinant.</summary>
    public static void AddCofactors<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums, bool ofLogarithm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = n * n;
        fixed (T* start = a, numbers = factors, target = sums)
        {
            nint step = a.Length == size ? 0 : size;
            CofactorOperation<T> operation = new(
                new BatchOperand<T>(start, size, step), new BatchOperand<T>(numbers, 1, 1), new BatchResult<T>(target, size, step), n, ofLogarithm);
            BatchRun.Run<T, CofactorOperation<T>>(operation, factors.Length, step != 0 && LaneSizes.PayInFactors(n, factors.Length), out _);
        }
    }

    /// <summary>Adds what the cofactors of matrices change by where these change by W, times a number for each.</summary>
    public static void AddCofactorChanges<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> w, ReadOnlySpan<T> factors, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = n * n;
        fixed (T* start = a, change = w, target = sums)
        {
            nint step = a.Length == size ? 0 : size;
            for (int i = 0; i < factors.Length; i++)
            {
                Cofactors.AddChange(
                    new Block<T>(start + (i * step), n, n), new Block<T>(change + (i * step), n, n), factors[i], new Block<T>(target + (i * step), n, n));
            }
        }
    }
}

using System.Numerics;
using StaticAd.CompilerServices;

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

    /// <summary>The factors as matrices of their own, with the order of the rows.</summary>
    public static Pivots Try<T>(ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(a.Length, size, nameof(a));
        BatchLengths.Same(lower.Length, a.Length, nameof(lower));
        BatchLengths.Same(upper.Length, a.Length, nameof(upper));
        BatchLengths.Same(rows.Length, (long)n * count, nameof(rows));
        BatchLengths.NoOverlap(lower, a, nameof(lower));
        BatchLengths.NoOverlap(upper, a, nameof(upper));
        BatchLengths.NoOverlap(upper, (ReadOnlySpan<T>)lower, nameof(upper));
        using ArenaScope scope = Arena.Enter();
        Span<T> memory = scope.Allocate<T>(a.Length + rows.Length);
        Pivots found = TryLu(a, memory, n, out failed);
        for (int i = 0; i < count && found == Pivots.Regular; i++)
        {
            int start = i * (int)size;
            Separate<T>(memory.Slice(start, (int)size), lower[start..], upper[start..], n);
            Order<T>(memory.Slice(a.Length + (i * n), n), rows.Slice(i * n, n));
        }

        return found;
    }

    /// <summary>Both factors out of the one matrix that holds them.</summary>
    private static void Separate<T>(ReadOnlySpan<T> factors, Span<T> lower, Span<T> upper, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < n; row++)
        {
            Span<T> left = lower.Slice(row * n, n), right = upper.Slice(row * n, n);
            ReadOnlySpan<T> both = factors.Slice(row * n, n);
            both[..row].CopyTo(left);
            left[row] = T.One;
            left[(row + 1)..].Clear();
            right[..row].Clear();
            both[row..].CopyTo(right[row..]);
        }
    }

    /// <summary>Where each row has come from, after exchanges one after the other.</summary>
    private static void Order<T>(ReadOnlySpan<T> exchanges, Span<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            int other = int.CreateTruncating(exchanges[i]);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
    }
}

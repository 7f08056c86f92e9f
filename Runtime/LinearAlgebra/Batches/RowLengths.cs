namespace StaticAd.Kernels;

/// <summary>What the lengths of rows and results must be; whatever does not fit together is an exception.</summary>
internal static class RowLengths
{
    /// <summary>Of an operation that makes a number of each row.</summary>
    public static void CheckReduction<T>(ReadOnlySpan<T> a, Span<T> results, int size, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (a.Length != (long)size * results.Length)
        {
            throw new ArgumentException(
                $"It has {a.Length} elements where there must be {(long)size * results.Length} for {results.Length} rows of {size}.", nameof(a));
        }

        BatchLengths.NoOverlap(results, a, name);
    }

    /// <summary>Of an operation that makes a row of each row.</summary>
    public static void CheckMap<T>(ReadOnlySpan<T> a, Span<T> results, int size, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        _ = BatchLengths.Count(a.Length, size, nameof(a));
        if (results.Length != a.Length)
        {
            throw new ArgumentException($"It has {results.Length} elements where there must be {a.Length}, as many as in the operand.", name);
        }

        BatchLengths.NoOverlap(results, a, name);
    }
}

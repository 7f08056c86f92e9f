namespace StaticAd.Kernels;

/// <summary>What the lengths of an operation's buffers say about the batch; whatever does not fit together is an exception.</summary>
internal static class BatchLengths
{
    /// <summary>The number of elements of one matrix.</summary>
    public static long Size(int rows, int columns, string rowsName, string columnsName)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows, rowsName);
        ArgumentOutOfRangeException.ThrowIfNegative(columns, columnsName);
        return (long)rows * columns;
    }

    /// <summary>How many matrices a buffer holds; none if they have no elements.</summary>
    public static int Count(int length, long size, string name)
    {
        if (size == 0 ? length != 0 : length % size != 0)
        {
            throw new ArgumentException($"It has {length} elements, which is no whole number of matrices of {size} elements each.", name);
        }

        return size == 0 ? 0 : (int)(length / size);
    }

    /// <summary>Checks that an operand holds one matrix, which serves all, or as many as the result.</summary>
    /// <returns>How far its matrices are apart: 0 if one serves all.</returns>
    public static nint Step(int length, long size, int count, string name)
    {
        if (length == size)
        {
            return 0;
        }

        if (length != size * count)
        {
            throw new ArgumentException($"It has {length} elements where there must be {size} for one matrix, or {size * count} for a batch of {count}.", name);
        }

        return (nint)size;
    }

    /// <summary>As <see cref="Step"/>, where the result has no elements and does not say how many matrices there are.</summary>
    public static void WholeMatrices(int length, long size, string name) => _ = Count(length, size, name);

    /// <summary>Checks a length that is known.</summary>
    public static void Same(int length, long expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"It has {length} elements where there must be {expected}.", name);
        }
    }

    /// <summary>Throws if a result lies on an operand.</summary>
    public static void NoOverlap<T>(Span<T> result, ReadOnlySpan<T> operand, string name)
    {
        if (result.Overlaps(operand))
        {
            throw new ArgumentException("The result may not overlap an operand.", name);
        }
    }
}

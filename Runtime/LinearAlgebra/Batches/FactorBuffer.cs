namespace StaticAd.Kernels;

/// <summary>Where the factors of a batch go that are of one kind.</summary>
/// <param name="memory">The buffer.</param>
/// <param name="rows">Rows of a factor.</param>
/// <param name="columns">Columns of a factor.</param>
/// <param name="name">What the operation calls the buffer.</param>
internal readonly ref struct FactorBuffer<T>(Span<T> memory, int rows, int columns, string name)
    where T : unmanaged
{
    public readonly Span<T> Memory = memory;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly string Name = name;

    /// <summary>Elements of one factor; 0 if there is no buffer.</summary>
    public long Size => (long)Rows * Columns;

    /// <summary>Checks that the buffer holds as many factors as there are, and lies on no other.</summary>
    public void Check(int count, ReadOnlySpan<T> operand, ReadOnlySpan<T> other, ReadOnlySpan<T> another)
    {
        if (Name is null)
        {
            return;
        }

        if (Memory.Length != Size * count)
        {
            throw new ArgumentException($"It has {Memory.Length} elements where there must be {Size * count} for a batch of {count}.", Name);
        }

        BatchLengths.NoOverlap(Memory, operand, Name);
        BatchLengths.NoOverlap(Memory, other, Name);
        BatchLengths.NoOverlap(Memory, another, Name);
    }
}

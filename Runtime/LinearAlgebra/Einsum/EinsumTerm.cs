namespace StaticAd.Kernels;

/// <summary>A term of an equation, as <see cref="EinsumSyntax"/> numbers it: a digit for each index, in the order of the dimensions of its buffer.</summary>
internal static class EinsumTerm
{
    /// <summary>Checks the length of the buffer of a term.</summary>
    public static void Check(int term, ReadOnlySpan<int> sizes, int length, string name)
    {
        long expected = 1;
        for (int rest = term; rest > 0; rest /= 10)
        {
            int index = (rest % 10) - 1;
            if ((uint)index >= (uint)sizes.Length)
            {
                throw new ArgumentException($"There are {sizes.Length} sizes, and none for index {index + 1}.", nameof(sizes));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(sizes[index], nameof(sizes));
            expected = checked(expected * sizes[index]);
        }

        if (expected != length)
        {
            throw new ArgumentException($"It has {length} elements where the sizes of its indices make {expected}.", name);
        }
    }

    /// <summary>How far apart the elements of a term are along each index: 0 where the term has not got it, the sum where it has it twice.</summary>
    public static void Strides(int term, ReadOnlySpan<int> sizes, Span<nint> strides)
    {
        strides.Clear();
        nint stride = 1;
        for (int rest = term; rest > 0; rest /= 10)
        {
            int index = (rest % 10) - 1;
            strides[index] += stride;
            stride *= sizes[index];
        }
    }
}

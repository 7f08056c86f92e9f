namespace StaticAd.Kernels;

/// <summary>An index over which a loop of a contraction runs: how often, and how far each step goes in the memory of the three terms.</summary>
/// <param name="Size">How many values it has.</param>
/// <param name="First">The step in the first operand; 0 where this has not got the index.</param>
/// <param name="Second">The step in the second operand.</param>
/// <param name="Sum">The step in what the products are added to.</param>
internal readonly record struct EinsumAxis(int Size, nint First, nint Second, nint Sum)
{
    public bool IsRow => First != 0 && Second == 0 && Sum != 0;

    public bool IsColumn => First == 0 && Second != 0 && Sum != 0;

    public bool IsInner => First != 0 && Second != 0 && Sum == 0;

    /// <summary>The loops of a contraction, those that run through neighbours put together.</summary>
    /// <returns>How many there are.</returns>
    public static int Collect(
        ReadOnlySpan<int> sizes, ReadOnlySpan<nint> first, ReadOnlySpan<nint> second, ReadOnlySpan<nint> sum, Span<EinsumAxis> axes)
    {
        int count = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            var axis = new EinsumAxis(sizes[i], first[i], second[i], sum[i]);
            if (sizes[i] > 1 && (axis.First != 0 || axis.Second != 0 || axis.Sum != 0))
            {
                axes[count++] = axis;
            }
        }

        return Join(axes, count);
    }

    private static int Join(Span<EinsumAxis> axes, int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                if (i != j && axes[i].IsAround(axes[j]))
                {
                    axes[i] = axes[j] with { Size = axes[i].Size * axes[j].Size };
                    axes[j] = axes[--count];
                    return Join(axes, count);
                }
            }
        }

        return count;
    }

    /// <summary>Whether a step of this loop goes as far as the whole other one.</summary>
    private bool IsAround(EinsumAxis inner) =>
        First == inner.First * inner.Size && Second == inner.Second * inner.Size && Sum == inner.Sum * inner.Size
        && (long)Size * inner.Size <= int.MaxValue;
}

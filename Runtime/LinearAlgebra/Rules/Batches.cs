using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Sums over batches and their reverse, in a form that can be differentiated.</summary>
internal static class Batches
{
    /// <summary>Adds all matrices of a batch to one, or each to its like.</summary>
    public static void Add<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            sums[i % sums.Length] += values[i];
        }
    }

    /// <summary>Adds one matrix to all of a batch, or each to its like.</summary>
    public static void AddToEach<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i % values.Length];
        }
    }
}

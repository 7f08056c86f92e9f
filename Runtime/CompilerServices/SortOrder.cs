using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>The order of numbers, beside which generated code moves them and their derivatives.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SortOrder
{
    /// <summary>Finds where the numbers come from when <see cref="MemoryExtensions.Sort{T}(Span{T})"/> sorts them; they stay as they are.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="order">Takes for each place in the sorted order the index of the number that belongs there; as long as <paramref name="numbers"/>.</param>
    public static void Find<T>(ReadOnlySpan<T> numbers, Span<int> order)
        where T : unmanaged, IComparable<T>
    {
        using var arena = Arena.Enter();
        Span<T> keys = arena.Allocate<T>(numbers.Length);
        numbers.CopyTo(keys);
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        keys.Sort(order);
    }
}

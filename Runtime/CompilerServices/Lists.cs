using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>Lists of numbers as generated code reads them.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lists
{
    /// <summary>All elements of a list, which must not grow or shrink while they are read.</summary>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>Its own elements, not a copy.</returns>
    /// <exception cref="NullReferenceException">There is no list.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<T> Elements<T>(List<T> list)
    {
        // As list.Count does.
        _ = list.Count;
        return CollectionsMarshal.AsSpan(list);
    }

    /// <summary>The same, and nothing where there is no list.</summary>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>Its own elements, not a copy.</returns>
    public static ReadOnlySpan<T> ElementsIfThere<T>(List<T>? list) => CollectionsMarshal.AsSpan(list);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>Inline arrays as generated code makes them.</summary>
public static class InlineArrays
{
    /// <summary>An inline array of the given elements.</summary>
    /// <typeparam name="TArray">A structure marked <see cref="InlineArrayAttribute"/>.</typeparam>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="elements">As many as it has.</param>
    /// <returns>The array.</returns>
    public static TArray Of<TArray, T>(params scoped ReadOnlySpan<T> elements)
        where TArray : struct
    {
        TArray array = default;
        elements.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, T>(ref array), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<T>()));
        return array;
    }
}

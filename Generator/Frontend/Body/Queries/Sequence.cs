using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What a query goes through, without memory of its own: so many elements, each had by its index.</summary>
/// <param name="Length">How many there are, with those that are left out.</param>
/// <param name="ElementAt">The leaves of an element, computed where the index is.</param>
/// <param name="Memory">The buffers that are read on the way: they must stay what they are while a loop runs over them.</param>
/// <param name="IsMemory">Whether it is an array, which the library adds up in another way than a query.</param>
internal sealed record Sequence(ITypeSymbol Element, Value Length, Value[] Memory, Func<Value, Value[]> ElementAt, bool IsMemory = false)
{
    /// <summary>Whether computing an element may write memory: it must then be computed as often as the library does.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Whether the element of an index is one of the sequence, computed where the index is; null if all are.</summary>
    public Func<Value, Value>? Keeps { get; init; }
}

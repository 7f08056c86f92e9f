using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What a query goes through, without memory of its own: so many elements, each had by its index.</summary>
/// <param name="ElementAt">The leaves of an element, computed where the index is.</param>
/// <param name="IsMemory">Whether it is an array, which the library adds up in another way than a query.</param>
internal sealed record Sequence(ITypeSymbol Element, Value Length, Func<Value, Value[]> ElementAt, bool IsMemory = false);

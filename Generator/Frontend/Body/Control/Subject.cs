using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What a pattern is matched against: the components of a tuple, or the one value of anything else.</summary>
internal sealed record Subject(Value[] Parts, ITypeSymbol? Type);

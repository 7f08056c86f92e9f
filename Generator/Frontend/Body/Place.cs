using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Something that can be assigned, its own parts already evaluated.</summary>
internal abstract record Place;

internal sealed record VariablePlace(Variable Variable) : Place;

internal sealed record ElementPlace(Value Buffer, Value Index) : Place;

/// <summary>A property of a structure that is more than its field, or an indexer.</summary>
internal sealed record PropertyPlace(IPropertyReferenceOperation Property, Place[] Receiver, IReadOnlyList<(int Ordinal, Value[] Values)> Arguments) : Place;

/// <summary>Takes anything: a discard, or what has been reported.</summary>
internal sealed record NoPlace : Place;

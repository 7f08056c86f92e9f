using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Something that can be assigned, its own parts already evaluated.</summary>
internal abstract record Place;

internal sealed record VariablePlace(Variable Variable) : Place;

internal sealed record ElementPlace(Value Buffer, Value Index) : Place;

/// <summary>Takes anything: a discard, or what has been reported.</summary>
internal sealed record NoPlace : Place;

using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A buffer variable that is a part of one memory; which part, two variables say.</summary>
/// <param name="Mark">What the variable holds as long as this is so.</param>
/// <param name="Count">Null where all parts are equally long.</param>
internal sealed record BufferPart(Value Memory, Value Mark, Variable Start, Variable? Count, Value? FixedCount);

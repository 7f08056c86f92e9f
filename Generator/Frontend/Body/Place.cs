using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Something that can be assigned, its own parts already evaluated.</summary>
internal abstract record Place;

internal sealed record VariablePlace(Variable Variable) : Place;

internal sealed record ElementPlace(Value Buffer, Value Index) : Place;

/// <summary>A row of an array of arrays, which another can take the place of.</summary>
internal sealed record RowPlace(Value Elements, Value Bounds, Value Index) : Place;

/// <summary>A property of a structure that is more than its field, or an indexer.</summary>
internal sealed record PropertyPlace(IPropertyReferenceOperation Property, Place[] Receiver, IReadOnlyList<(int Ordinal, Value[] Values)> Arguments) : Place;

/// <summary>One of several places; which one, a variable says, and another which element.</summary>
/// <param name="Options">Variables, or all elements of one memory.</param>
internal sealed record ChosenPlace(Variable Which, IReadOnlyList<PlaceOption> Options) : Place
{
    /// <summary>What says which place it is, and the variables that it may be.</summary>
    public IEnumerable<Variable> Variables => Options
        .SelectMany(option => new[] { option.Index, (option.Place as VariablePlace)?.Variable })
        .OfType<Variable>()
        .Prepend(Which);
}

/// <param name="Place">A variable or an element; null for all elements of a memory.</param>
internal sealed record PlaceOption(Place? Place, Value? Memory, Variable? Index);

/// <summary>Takes anything: a discard, or what has been reported.</summary>
internal sealed record NoPlace : Place;

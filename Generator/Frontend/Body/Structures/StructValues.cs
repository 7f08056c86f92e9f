using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Structures and tuples: a value of such a type is one value for each of its leaves.</summary>
internal sealed class StructValues(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>What the members that an initialiser names belong to, innermost last.</summary>
    private readonly Stack<Place[]> _initialised = new();

    public IEnumerable<Value> Element(IOperation element, IReadOnlyList<Variable?> targets, ITupleOperation tuple)
    {
        int index = tuple.Elements.IndexOf(element);
        bool isFlat = targets.Count == tuple.Elements.Length && tuple.Elements.All(item => !Structs.Is(item.Type));
        return rooms.Expressions.EvaluateAll(element, isFlat ? [targets[index]] : []);
    }

    /// <summary>Whether a tuple becomes another element by element, numbers being converted and structures staying as they are.</summary>
    public static bool CanConvert(INamedTypeSymbol from, INamedTypeSymbol to) =>
        Structs.Is(from) && Structs.Is(to) && from.TupleElements.Length == to.TupleElements.Length
        && from.TupleElements.Zip(to.TupleElements, (source, target) => (Source: source.Type, Target: target.Type)).All(pair =>
            SymbolEqualityComparer.Default.Equals(pair.Source, pair.Target)
            || (TypeMap.Scalar(pair.Source) is ScalarType && TypeMap.Scalar(pair.Target) is ScalarType)
            || (pair.Source is INamedTypeSymbol { IsTupleType: true } inner && pair.Target is INamedTypeSymbol { IsTupleType: true } outer && CanConvert(inner, outer)));

    public IEnumerable<Value> Converted(Value[] values, IReadOnlyList<Leaf> leaves) => values.Length != leaves.Count
        ? values
        : values.Select((value, i) => leaves[i].Type is ScalarType ? rooms.Conversions.Convert(value, leaves[i].Type, value.Name) : value);

    public Value[] Zeros(IReadOnlyList<Leaf> leaves) => [.. leaves.Select(leaf => state.Zero(leaf.Type))];

    public Value[] With(IWithOperation with)
    {
        Place[] copy = rooms.Variables.NewPlaces(null, with.Type!);
        rooms.Contents.Assign(copy, rooms.Expressions.EvaluateAll(with.Operand, []), with.Syntax);
        Initialise(copy, with.Initializer);
        return rooms.Contents.ReadAll(copy, with.Syntax);
    }

    public void Initialise(Place[] places, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
        {
            return;
        }

        _initialised.Push(places);
        foreach (IOperation part in initializer.Initializers)
        {
            if (part is not IMemberInitializerOperation inner)
            {
                rooms.Statements.Perform(part);
            }
            else if (rooms.Places.Named(inner.InitializedMember) is { } member)
            {
                Initialise(member, inner.Initializer);
            }
            else
            {
                faults.Unsupported(inner);
            }
        }

        _initialised.Pop();
    }

    /// <summary>What the initialiser around this place is for.</summary>
    public Place[]? InInitialiser => _initialised.Count > 0 ? _initialised.Peek() : null;
}

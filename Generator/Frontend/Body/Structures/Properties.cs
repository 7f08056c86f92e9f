using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Properties of structures with a body of their own, indexers among them.</summary>
internal sealed class Properties(Faults faults, Rooms rooms)
{
    /// <summary>The property that an expression names, its receiver and arguments evaluated; null for any other expression.</summary>
    public PropertyPlace? Find(IOperation target) =>
        target is IPropertyReferenceOperation { Property.SetMethod: { } set, Instance: { } instance } property
        && Structs.Is(instance.Type) && rooms.MethodFacts.IsWritten(set) && (rooms.MethodFacts.Surrogate(set) is not null || !StructShapes.IsAutomatic(set))
        && rooms.Places.LocateAll(instance) is { } receiver
            ? new PropertyPlace(property, receiver, [.. Operands.Of(property.Arguments).Select(operand => (operand.Ordinal, rooms.Expressions.EvaluateAll(operand.Value, [])))])
            : null;

    public Value[] Get(PropertyPlace place) => place.Property.Property.GetMethod is { } get && rooms.MethodFacts.IsWritten(get)
        ? CallAccessor(place, get, null, place.Property)
        : [faults.Unsupported(place.Property)];

    public void Set(PropertyPlace place, Value[] assigned, IOperation at) => CallAccessor(place, place.Property.Property.SetMethod!, assigned, at);

    private Value[] CallAccessor(PropertyPlace place, IMethodSymbol accessor, Value[]? assigned, IOperation at)
    {
        IMethodSymbol? surrogate = rooms.MethodFacts.IsDeclaredHere(accessor) ? null : rooms.MethodFacts.Surrogate(accessor);
        IMethodSymbol called = surrogate ?? accessor;
        return rooms.MemberCalls.CallInPlace(at, called, surrogate is null ? place.Receiver : null, Bound, []);

        void Bound(Frame frame)
        {
            IReadOnlyList<IParameterSymbol> parameters = called.OriginalDefinition.Parameters;
            int first = surrogate is null ? 0 : 1;
            if (surrogate is not null)
            {
                frame.Add(parameters[0], place.Receiver);
            }

            foreach ((int ordinal, Value[] values) in place.Arguments)
            {
                rooms.Arguments.BindValues(parameters[first + ordinal], values, at, frame);
            }

            if (assigned is not null)
            {
                rooms.Arguments.BindValues(parameters[parameters.Count - 1], assigned, at, frame);
            }
        }
    }

    public bool IsStructProperty(IPropertyReferenceOperation property) =>
        property.Instance is { } instance
            ? Structs.Is(instance.Type) || IsExtension(property)
                || (rooms.ObjectPaths.ObjectOf(instance) is not null && property.Property.GetMethod is { } own && ObjectPaths.IsKnown(property.Property)
                    && rooms.MethodFacts.IsWritten(own) && !StructShapes.IsAutomatic(own))
            : property.Arguments.Length == 0 && ConstrainedMembers.Of(property).GetMethod is { } get && rooms.MethodFacts.IsWritten(get)
                && (rooms.MethodFacts.Surrogate(get) is not null || !StructShapes.IsAutomatic(get));

    public Value[] Read(IPropertyReferenceOperation property, IReadOnlyList<Variable?> targets)
    {
        if (property.Instance is { } extended && IsExtension(property))
        {
            return Extension(property.Property.GetMethod!, extended, property, targets);
        }

        IPropertySymbol member = ConstrainedMembers.Of(property);
        if (property.Instance is { } instance && property.Arguments.Length == 0 && StructParts.Of(instance.Type, member) is { } field)
        {
            return rooms.Places.LocateAll(property) is { } places
                ? rooms.Contents.ReadAll(places, property.Syntax)
                : StructParts.Part(rooms.Expressions.EvaluateAll(instance, []), field);
        }

        if (member.GetMethod is not { } get || !rooms.MethodFacts.IsWritten(get))
        {
            return [faults.Unsupported(property)];
        }

        Place[]? self = property.Instance is { } receiver && rooms.ObjectPaths.ObjectOf(receiver) is null ? rooms.MemberCalls.Receiver(receiver, get) : null;
        return rooms.MemberCalls.CallInPlace(property, get, self, Operands.Of(property.Arguments), targets);
    }

    /// <summary>Whether a property is one of an extension block, whose receiver is a parameter like any.</summary>
    private bool IsExtension(IPropertyReferenceOperation property) =>
        property.Property is { ContainingType.ExtensionParameter: not null, GetMethod: { } get } && rooms.MethodFacts.IsWritten(get);

    private Value[] Extension(IMethodSymbol get, IOperation receiver, IOperation at, IReadOnlyList<Variable?> targets)
    {
        IParameterSymbol extended = get.OriginalDefinition.ContainingType.ExtensionParameter!;
        return rooms.MemberCalls.CallInPlace(at, get, null, frame => rooms.Arguments.BindOne(receiver, extended, frame), targets);
    }
}

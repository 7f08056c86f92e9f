using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Properties of structures that are assigned through a body of their own, indexers among them.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>The property that an expression names, its receiver and arguments evaluated; null for any other expression.</summary>
    private PropertyPlace? Accessed(IOperation target) =>
        target is IPropertyReferenceOperation { Property.SetMethod: { } set, Instance: { } instance } property
        && Structs.Is(instance.Type) && IsWritten(set) && (Surrogate(set) is not null || !StructShapes.IsAutomatic(set))
        && Located(instance) is { } receiver
            ? new PropertyPlace(property, receiver, [.. Operands(property.Arguments).Select(operand => (operand.Ordinal, EvaluateAll(operand.Value, [])))])
            : null;

    private Value[] Get(PropertyPlace place) => place.Property.Property.GetMethod is { } get && IsWritten(get)
        ? CallAccessor(place, get, null, place.Property)
        : [Unsupported(place.Property)];

    private void Set(PropertyPlace place, Value[] assigned, IOperation at) => CallAccessor(place, place.Property.Property.SetMethod!, assigned, at);

    private Value[] CallAccessor(PropertyPlace place, IMethodSymbol accessor, Value[]? assigned, IOperation at)
    {
        IMethodSymbol? surrogate = IsDeclaredHere(accessor) ? null : Surrogate(accessor);
        IMethodSymbol called = surrogate ?? accessor;
        return CallInPlace(at, called, surrogate is null ? place.Receiver : null, Bound, []);

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
                BindValues(parameters[first + ordinal], values, at, frame);
            }

            if (assigned is not null)
            {
                BindValues(parameters[parameters.Count - 1], assigned, at, frame);
            }
        }
    }
}

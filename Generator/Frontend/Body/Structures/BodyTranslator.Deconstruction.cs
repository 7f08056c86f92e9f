using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>One place that a deconstruction assigns, with the C# type that it has there.</summary>
    private sealed record AssignedPart(Place Place, IrType? Type);

    /// <summary><c>(a, x[i]) = (x[i], a)</c>: targets' parts first, then the values, then the assignments.</summary>
    private void Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        if (Swap(deconstruction))
        {
            return;
        }

        if (Target(deconstruction.Target) is not ITupleOperation tuple)
        {
            Unsupported(deconstruction);
            return;
        }

        AssignedPart[] places = [.. tuple.Elements.SelectMany(Places)];
        Value[]? values = deconstruction.Value.Type is { IsTupleType: true } type && Structs.Is(type)
            ? EvaluateAll(deconstruction.Value, [.. places.Select(place => Named(NameOf(place.Place)))])
            : Parts(deconstruction);
        if (values is null || values.Length != places.Length)
        {
            if (values?.Any(UnknownType.Is) is not true)
            {
                Unsupported(deconstruction);
            }

            return;
        }

        for (int i = 0; i < places.Length; i++)
        {
            Value value = places[i].Type is ScalarType scalar ? Convert(values[i], scalar, NameOf(places[i].Place)) : values[i];
            Store(places[i].Place, value, deconstruction.Syntax);
        }
    }

    private static IOperation Target(IOperation target) =>
        target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared : target;

    private IEnumerable<AssignedPart> Places(IOperation target)
    {
        if (Target(target) is ITupleOperation inner)
        {
            return inner.Elements.SelectMany(Places);
        }

        if (target is IDiscardOperation && Structs.Leaves(target.Type) is { } leaves)
        {
            return leaves.Select(leaf => new AssignedPart(new NoPlace(), leaf.Type));
        }

        return Structs.Is(target.Type) && Located(target) is { } places
            ? places.Zip(Structs.Leaves(target.Type)!, (place, leaf) => new AssignedPart(place, leaf.Type))
            : [new AssignedPart(Locate(target), TypeMap.Find(target.Type))];
    }

    /// <summary>What a <c>Deconstruct</c> method gives: one written in this project, or that of a positional record.</summary>
    private Value[]? Parts(IDeconstructionAssignmentOperation deconstruction)
    {
        IMethodSymbol? method = deconstruction.Syntax is AssignmentExpressionSyntax syntax
            ? deconstruction.SemanticModel!.GetDeconstructionInfo(syntax).Method
            : null;
        if (method is not { IsStatic: false } || Structs.Fields(deconstruction.Value.Type) is not { } fields)
        {
            return null;
        }

        if (!IsWritten(method))
        {
            Value[] whole = EvaluateAll(deconstruction.Value, []);
            StructField?[] positional = [.. method.Parameters.Select(parameter => fields.FirstOrDefault(field => field.Member.Name == parameter.Name))];
            return method.IsImplicitlyDeclared && positional.All(field => field is not null)
                ? [.. positional.SelectMany(field => Slice(whole, field!))]
                : null;
        }

        Place[] self = Receiver(deconstruction.Value, method);
        var parts = new List<Place>();
        CallInPlace(deconstruction, method, self, frame => parts.AddRange(BindParts(method, frame)), []);
        return ReadPlaces([.. parts], deconstruction.Syntax);
    }

    private IEnumerable<Place> BindParts(IMethodSymbol method, Frame frame)
    {
        foreach (IParameterSymbol parameter in method.OriginalDefinition.Parameters)
        {
            if (Structs.Leaves(parameter.Type) is null)
            {
                frame.Add(parameter, [NewVariable(parameter.Name, UnknownType.Instance)]);
            }
            else
            {
                Bind(parameter, parameter.Name, parameter.Type, frame);
            }

            foreach (Place place in frame.Places(parameter)!)
            {
                yield return place;
            }
        }
    }
}

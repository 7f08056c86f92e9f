using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Assignments of several things at once: <c>(a, x[i]) = (x[i], a)</c>.</summary>
internal sealed class Deconstruction(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>One place that a deconstruction assigns, with the C# type that it has there.</summary>
    private sealed record AssignedPart(Place Place, IrType? Type);

    /// <summary><c>(a, x[i]) = (x[i], a)</c>: targets' parts first, then the values, then the assignments.</summary>
    public void Assign(IDeconstructionAssignmentOperation deconstruction)
    {
        if (Swap(deconstruction))
        {
            return;
        }

        if (Target(deconstruction.Target) is not ITupleOperation tuple)
        {
            faults.Unsupported(deconstruction);
            return;
        }

        AssignedPart[] places = [.. tuple.Elements.SelectMany(Taking)];
        Value[]? values = deconstruction.Value.Type is { IsTupleType: true } type && Structs.Is(type)
            ? rooms.Expressions.EvaluateAll(deconstruction.Value, [.. places.Select(place => Targets.Named(Targets.NameOf(place.Place)))])
            : Given(
                deconstruction,
                deconstruction.Syntax is AssignmentExpressionSyntax syntax ? deconstruction.SemanticModel!.GetDeconstructionInfo(syntax).Method : null,
                deconstruction.Value.Type,
                () => rooms.Expressions.EvaluateAll(deconstruction.Value, []),
                method => rooms.MemberCalls.Receiver(deconstruction.Value, method));
        if (values is null || values.Length != places.Length)
        {
            if (values?.Any(UnknownType.Is) is not true)
            {
                faults.Unsupported(deconstruction);
            }

            return;
        }

        Store(places, values, deconstruction.Syntax);
    }

    /// <summary>Takes apart an element of a <c>foreach</c> loop.</summary>
    public void Assign(IForEachLoopOperation each, ITypeSymbol type, ITupleOperation tuple, Value[] element)
    {
        AssignedPart[] places = [.. tuple.Elements.SelectMany(Taking)];
        Value[]? values = type.IsTupleType ? element : Given(each, MethodOf(each), type, () => element, _ => Copy(type, element, each.Syntax));
        if (values?.Length == places.Length)
        {
            Store(places, values, tuple.Syntax);
        }
        else if (values?.Any(UnknownType.Is) is not true)
        {
            faults.Unsupported(each);
        }
    }

    /// <summary>The parts that an element of a loop is taken apart to; null where it is neither a tuple of as many nor a structure with a method for it.</summary>
    public static ITupleOperation? Taking(IForEachLoopOperation each, ITypeSymbol? element) =>
        Target(each.LoopControlVariable) is ITupleOperation tuple && element is { IsTupleType: false } && Structs.Is(element) && MethodOf(each) is not null
            ? tuple
            : Taking(each.LoopControlVariable, element);

    private static ITupleOperation? Taking(IOperation target, ITypeSymbol? element) =>
        Target(target) is ITupleOperation tuple && element is INamedTypeSymbol { IsTupleType: true } type && tuple.Elements.Length == type.TupleElements.Length
        && tuple.Elements.Zip(type.TupleElements, (part, field) => Target(part) is not ITupleOperation || Taking(part, field.Type) is not null).All(fits => fits)
            ? tuple
            : null;

    private static IMethodSymbol? MethodOf(IForEachLoopOperation each) =>
        each.Syntax is ForEachVariableStatementSyntax syntax ? each.SemanticModel!.GetDeconstructionInfo(syntax).Method : null;

    private Place[] Copy(ITypeSymbol type, Value[] element, SyntaxNode at)
    {
        Place[] copy = rooms.Variables.NewPlaces(null, type);
        rooms.Contents.Assign(copy, element, at);
        return copy;
    }

    private void Store(AssignedPart[] places, Value[] values, SyntaxNode at)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Value value = places[i].Type is ScalarType scalar ? rooms.Conversions.Convert(values[i], scalar, Targets.NameOf(places[i].Place)) : values[i];
            rooms.Contents.Store(places[i].Place, value, at);
        }
    }

    private static IOperation Target(IOperation target) =>
        target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared : target;

    private IEnumerable<AssignedPart> Taking(IOperation target)
    {
        if (Target(target) is ITupleOperation inner)
        {
            return inner.Elements.SelectMany(Taking);
        }

        if (target is IDiscardOperation && Structs.Leaves(target.Type) is { } leaves)
        {
            return leaves.Select(leaf => new AssignedPart(new NoPlace(), leaf.Type));
        }

        return Structs.Is(target.Type) && rooms.Places.LocateAll(target) is { } places
            ? places.Zip(Structs.Leaves(target.Type)!, (place, leaf) => new AssignedPart(place, leaf.Type))
            : [new AssignedPart(rooms.Places.Locate(target), TypeMap.Find(target.Type))];
    }

    /// <summary>What a <c>Deconstruct</c> method gives: one written in this project, or that of a positional record.</summary>
    private Value[]? Given(IOperation use, IMethodSymbol? method, ITypeSymbol? type, Func<Value[]> evaluate, Func<IMethodSymbol, Place[]> receiver)
    {
        if (method is not { IsStatic: false } || Structs.Fields(type) is not { } fields)
        {
            return null;
        }

        if (!rooms.MethodFacts.IsWritten(method))
        {
            Value[] whole = evaluate();
            StructField?[] positional = [.. method.Parameters.Select(parameter => fields.FirstOrDefault(field => field.Member.Name == parameter.Name))];
            return method.IsImplicitlyDeclared && positional.All(field => field is not null)
                ? [.. positional.SelectMany(field => StructParts.Part(whole, field!))]
                : null;
        }

        Place[] self = receiver(method);
        var parts = new List<Place>();
        rooms.MemberCalls.CallInPlace(use, method, self, frame => parts.AddRange(BindParts(method, frame)), []);
        return rooms.Contents.ReadAll([.. parts], use.Syntax);
    }

    private IEnumerable<Place> BindParts(IMethodSymbol method, Frame frame)
    {
        foreach (IParameterSymbol parameter in method.OriginalDefinition.Parameters)
        {
            if (Structs.Leaves(parameter.Type) is null)
            {
                frame.Add(parameter, [state.NewVariable(parameter.Name, UnknownType.Instance)]);
            }
            else
            {
                rooms.Variables.Bind(parameter, parameter.Name, parameter.Type, frame);
            }

            foreach (Place place in frame.Places(parameter)!)
            {
                yield return place;
            }
        }
    }

    /// <summary><c>(a, b) = (b, a)</c> of buffers.</summary>
    private bool Swap(IDeconstructionAssignmentOperation deconstruction)
    {
        if (deconstruction.Target is not ITupleOperation targets
            || OperationTree.Strip(deconstruction.Value) is not ITupleOperation sources
            || !targets.Elements.Any(target => TypeMap.Find(target.Type) is BufferType || Grid.Of(target.Type) is not null)
            || !targets.Elements.All(target => TypeMap.Find(target.Type) is not null || Grid.Of(target.Type) is not null))
        {
            return false;
        }

        Place[][] places = [.. targets.Elements.Select(target => Grid.Of(target.Type) is null
            ? [rooms.Places.Locate(target)]
            : rooms.Places.LocateAll(target) ?? rooms.References.Unlocated(target))];
        Value[][] values = [.. sources.Elements.Select((source, i) => rooms.Expressions.EvaluateAll(source, Targets.Of(places[i])))];
        for (int i = 0; i < places.Length; i++)
        {
            ITypeSymbol? type = targets.Elements[i].Type;
            Value Fitting(Value value) => Grid.Of(type) is not null ? value
                : TypeMap.Find(type) is BufferType buffer ? rooms.Views.Under(value, buffer, null)
                : rooms.Conversions.Convert(value, TypeMap.Scalar(type)!, null);
            rooms.Contents.Assign(places[i], [.. values[i].Select(Fitting)], deconstruction.Syntax);
        }

        return true;
    }
}

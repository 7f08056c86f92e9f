using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>Where an expression that can be assigned is. Its own parts are evaluated, in C#'s order.</summary>
internal sealed class Places(BodyState state, Faults faults, Rooms rooms)
{
    public Place Locate(IOperation target)
    {
        if (Structs.IsMany(target.Type) && target is not IDiscardOperation)
        {
            faults.Unsupported(target);
            return new NoPlace();
        }

        return OfVariable(target) ?? OfMember(target) ?? OfElement(target) ?? Nowhere(target);
    }

    private Place? OfVariable(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: var local } when state.Frame.Reference(local) is { } referred => rooms.ChosenReferences.Settled(referred),
        IConditionalOperation { IsRef: true } conditional => rooms.ChosenReferences.Either(conditional),
        ILocalReferenceOperation { Local: var local } when !Functions.IsDelegate(local.Type) =>
            new VariablePlace(rooms.Variables.Declare(local, target.Syntax)[0]),
        IParameterReferenceOperation { Parameter: var parameter } when state.Frame.Reference(parameter) is { } referred =>
            rooms.ChosenReferences.Settled(referred),
        IParameterReferenceOperation { Parameter: var parameter } when state.Frame.Find(parameter) is { } variables => new VariablePlace(variables[0]),
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => Locate(declared),
        _ => null,
    };

    private Place? OfMember(IOperation target) => target switch
    {
        IFieldReferenceOperation { Instance: not null } or IPropertyReferenceOperation { Arguments.Length: 0, Instance: not null }
            when LocateAll(target) is [{ } only] => only,
        IPropertyReferenceOperation => rooms.Properties.Find(target),
        _ => null,
    };

    private Place? OfElement(IOperation target)
    {
        switch (target)
        {
            case IArrayElementReferenceOperation { Indices.Length: > 1 } element:
                return rooms.GridArrays.Locate(element);
            case IArrayElementReferenceOperation { Type: IArrayTypeSymbol } row when Jagged.Of(row.ArrayReference.Type) is not null:
                return rooms.JaggedArrays.Locate(row);
            case IArrayElementReferenceOperation { Indices: [{ } index] } element:
                return Element(element.ArrayReference, index, target);
            case IPropertyReferenceOperation { Instance: { } span, Arguments: [{ Value: { } index }] }:
                return Element(span, index, target);
            case IImplicitIndexerReferenceOperation implicitIndex:
                return Element(implicitIndex.Instance, implicitIndex.Argument, target);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call:
                return rooms.References.PlaceOf(call);
            case IInlineArrayAccessOperation access when rooms.InlineArrays.Locate(access) is [{ } only]:
                return only;
            default:
                return null;
        }
    }

    /// <summary>What is nowhere can be discarded; else it is reported why it cannot be assigned.</summary>
    private NoPlace Nowhere(IOperation target)
    {
        switch (target)
        {
            case IDiscardOperation:
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when Functions.IsDelegate(target.Type):
                if (!faults.UsesReported(target))
                {
                    faults.ReportUnsupported(
                        target.Syntax,
                        $"The delegate '{target.Syntax}', which is assigned again,",
                        "Give it one lambda or method where it is declared, or choose between calls with 'if'");
                }

                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                faults.Report(Descriptors.MutableState, target.Syntax, CSharpNames.Short(field.Field));
                break;
            default:
                faults.Unsupported(target);
                break;
        }

        return new NoPlace();
    }

    private Place Element(IOperation buffer, IOperation index, IOperation whole)
    {
        if (buffer.Type is null || (TypeMap.Buffer(buffer.Type) is null && Lists.Of(buffer.Type) is null))
        {
            faults.Unsupported(whole);
            return new NoPlace();
        }

        Value memory = rooms.Expressions.Evaluate(buffer);
        Value position = UnknownType.Is(memory) ? memory : rooms.Buffers.Index(memory, index);
        if (Lists.Of(buffer.Type) is not null && !UnknownType.Is(position))
        {
            position = rooms.Arithmetic.Apply(GridFunctions.ListIndex, IrType.Int, null, position, state.Block.Length(memory));
        }

        return UnknownType.Is(position) ? new NoPlace() : new ElementPlace(memory, position);
    }

    /// <summary>
    /// Where the leaves of a structure are that an expression names, or of a part of one; null for any other expression. An
    /// element's buffer and index are evaluated.
    /// </summary>
    public Place[]? LocateAll(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: { } instance, Field: var field } when StructParts.Of(instance.Type, field) is { } part =>
            LocateAll(instance) is { } whole ? StructParts.Part(whole, part) : null,
        IPropertyReferenceOperation { Instance: { } instance, Property: var property, Arguments.Length: 0 } when StructParts.Of(instance.Type, property) is { } part =>
            LocateAll(instance) is { } whole ? StructParts.Part(whole, part) : null,
        IInlineArrayAccessOperation access when Structs.Is(access.Type) => rooms.InlineArrays.Locate(access),
        _ => Named(operation) ?? ElementLeaves(operation),
    };

    /// <summary>
    /// The same for an expression that names a variable or a part of one; null for any other. It has no effects.
    /// </summary>
    public Place[]? Named(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local } when Structs.IsMany(local.Type):
                return state.Frame.Places(local) ?? (local.RefKind == RefKind.None ? rooms.Variables.DeclarePlaces(local, operation.Syntax) : null);
            case IParameterReferenceOperation { Parameter: var parameter } when Structs.IsMany(parameter.Type):
                return state.Frame.Places(parameter);
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                return Named(declared);
            case IConditionalAccessInstanceOperation:
                return rooms.Nullables.InAccess;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return rooms.StructValues.InInitialiser;
            case IInstanceReferenceOperation { Type: { } type }:
                return state.Frame.Places(type);
            case IFieldReferenceOperation { Instance: { } instance, Field: var field }
                when StructParts.Of(instance.Type, field) is { } found && Named(instance) is { } whole:
                return StructParts.Part(whole, found);
            case IPropertyReferenceOperation { Instance: { } instance, Property: var property, Arguments.Length: 0 }
                when StructParts.Of(instance.Type, property) is { } found && Named(instance) is { } whole:
                return StructParts.Part(whole, found);
            default:
                return null;
        }
    }

    /// <summary>Where the leaves of an element are; null for any other expression.</summary>
    private Place[]? ElementLeaves(IOperation operation)
    {
        if (Elements.Of(operation) is not var (memory, at) || Structs.Buffer(memory.Type) is not { } type)
        {
            return null;
        }

        Value[] buffers = rooms.Expressions.EvaluateAll(memory, []);
        Value index = buffers.Any(UnknownType.Is) ? state.Unknown() : rooms.Buffers.Index(buffers[0], at);
        return UnknownType.Is(index) ? [.. type.Elements.Select(_ => new NoPlace())] : [.. buffers.Select(buffer => new ElementPlace(buffer, index))];
    }
}

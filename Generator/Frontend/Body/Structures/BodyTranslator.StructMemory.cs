using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays and spans of structures: each leaf has memory of its own, so that an expression for one is one buffer per leaf.</summary>
internal sealed partial class BodyTranslator
{
    private static (IOperation Buffer, IOperation Index)? ElementOf(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: [{ } index] } element when element.Type is not IArrayTypeSymbol => (element.ArrayReference, index),
        IPropertyReferenceOperation { Instance: { } span, Arguments: [{ Value: { } index }] } => (span, index),
        IImplicitIndexerReferenceOperation { Argument: not IRangeOperation } from => (from.Instance, from.Argument),
        _ => null,
    };

    /// <summary>Where the leaves of an element are; null for any other expression.</summary>
    private Place[]? StructElement(IOperation operation)
    {
        if (ElementOf(operation) is not var (memory, at) || Structs.Buffer(memory.Type) is not { } type)
        {
            return null;
        }

        Value[] buffers = EvaluateAll(memory, []);
        Value index = buffers.Any(UnknownType.Is) ? Unknown() : Index(buffers[0], at);
        return UnknownType.Is(index) ? [.. type.Elements.Select(_ => new NoPlace())] : [.. buffers.Select(buffer => new ElementPlace(buffer, index))];
    }

    /// <summary>The buffers of an expression whose type is an array or span of structures.</summary>
    private Value[] StructMemory(IOperation operation, StructBuffer type, IReadOnlyList<Variable?> targets)
    {
        switch (operation)
        {
            case var _ when StructPlaces(operation) is { } places:
                return ReadPlaces(places, operation.Syntax);
            case IConversionOperation { Operand: var call } when ArrayCall.CloneOf(call) is { } cloned && SymbolEqualityComparer.Default.Equals(cloned.Type, operation.Type):
                return [.. EvaluateAll(cloned, []).Select(buffer => UnknownType.Is(buffer) ? buffer : Copied(buffer, null))];
            case IConversionOperation conversion when Structs.Buffer(conversion.Operand.Type) is not null:
                return Under(EvaluateAll(conversion.Operand, targets), type);
            case IObjectCreationOperation { Arguments: [{ Value: { } array }] } when Structs.Buffer(array.Type) is not null:
                return Under(EvaluateAll(array, targets), type);
            case IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice:
                return Ranged(slice.Instance, range);
            case IArrayElementReferenceOperation { Indices: [IRangeOperation range] } part:
                return [.. Ranged(part.ArrayReference, range).Select(view => Copied(view, null))];
            case IInvocationOperation invocation:
                return Invoke(invocation, targets);
            case IArrayCreationOperation { DimensionSizes: [{ } size] } array:
                return Filled(NewStructs(type, Count(size), targets), array.Initializer?.ElementValues ?? [], operation.Syntax);
            case ICollectionExpressionOperation collection when collection.Elements.Any(element => element is ISpreadOperation):
                return Under(Spread(collection, count => NewStructs(Writable(type), count, targets)), type);
            case ICollectionExpressionOperation collection:
                return Under(Filled(
                    NewStructs(Writable(type), _block.Constant(collection.Elements.Length), targets), collection.Elements, operation.Syntax), type);
            case { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax, ChildOperations: { Count: > 0 } parts }:
                return Filled(NewStructs(type, Count(parts.First()), targets), parts.Skip(1), operation.Syntax);
            case IDefaultValueOperation when type.Kind != BufferKind.Array:
                return Under(NewStructs(Writable(type), _block.Constant(0), targets), type);
            case IConditionalOperation { IsRef: false } conditional:
                return EitherNewStructs(conditional, type, targets);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return StaticStructs(operation, field, type);
            default:
                return [Unsupported(operation)];
        }
    }

    private static StructBuffer Writable(StructBuffer type) => type.Kind == BufferKind.ReadOnlySpan ? type with { Kind = BufferKind.Span } : type;

    private Value[] Under(Value[] buffers, StructBuffer type) =>
        [.. buffers.Select(buffer => buffer.Type is BufferType own ? Under(buffer, own with { Kind = type.Kind }, buffer.Name) : buffer)];

    private Value[] NewStructs(StructBuffer type, Value count, IReadOnlyList<Variable?> targets) =>
        [.. type.Elements.Select((leaf, i) => NewLeafBuffer(leaf, type.Kind, count, Targets.Name(targets, i)))];

    private Value NewLeafBuffer(Leaf leaf, BufferKind kind, Value count, string? name)
    {
        Value buffer = NewBuffer(leaf.Type, kind, count, name);
        if (leaf.PassiveBy is { } passive)
        {
            _passive.NoteMemory(buffer, passive);
        }

        return buffer;
    }

    private Value[] Filled(Value[] buffers, IEnumerable<IOperation> elements, SyntaxNode at)
    {
        int index = 0;
        foreach (IOperation element in elements)
        {
            Value[] values = EvaluateAll(element, []);
            Value place = _block.Constant(index++);
            Assign([.. buffers.Select(buffer => UnknownType.Is(buffer) ? (Place)new NoPlace() : new ElementPlace(buffer, place))], values, at);
        }

        return buffers;
    }

    private Value[] EitherNewStructs(IConditionalOperation conditional, StructBuffer type, IReadOnlyList<Variable?> targets)
    {
        if (SizeOfNew(conditional.WhenTrue) is not { } whenTrue || SizeOfNew(conditional.WhenFalse) is not { } whenFalse)
        {
            return [Unsupported(conditional)];
        }

        Value condition = Evaluate(conditional.Condition);
        return NewStructs(type, Choose(condition, () => [Count(whenTrue)], () => [Count(whenFalse)], [])[0], targets);
    }

    private Value[] Ranged(IOperation instance, IRangeOperation range)
    {
        Value[] buffers = EvaluateAll(instance, []);
        if (buffers.Any(UnknownType.Is))
        {
            return buffers;
        }

        Value start = range.LeftOperand is { } left ? Index(buffers[0], left) : _block.Constant(0);
        Value? end = range.RightOperand is { } right ? Index(buffers[0], right) : null;
        Value? count = end is null || range.LeftOperand is null ? end : Compute(Opcode.Subtract, IrType.Int, null, end, start);
        return Views(buffers, start, count);
    }

    private Value[] Views(Value[] buffers, Value? start, Value? count, BufferKind? kind = null) =>
        [.. buffers.Select(buffer => ViewOf(buffer, ((BufferType)buffer.Type) with { Kind = kind ?? ViewKind(buffer) }, start, count, buffer.Name))];

    private static BufferKind ViewKind(Value buffer) => ((BufferType)buffer.Type).Kind == BufferKind.Array ? BufferKind.ReadOnlySpan : ((BufferType)buffer.Type).Kind;

    private Value[] StaticStructs(IOperation reference, IFieldSymbol field, StructBuffer type)
    {
        if (!field.IsReadOnly || field.IsVolatile)
        {
            Report(Descriptors.MutableState, reference.Syntax, CSharpNames.Short(field));
            return [Unknown()];
        }

        return IsAccessible(reference, field) ? ElementsAt(reference, field, type, _translation.TextOf(field)) : [Unknown()];
    }

    private static IOperation? ReceiverOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == 0)?.Value) is { } receiver ? Unwrapped(receiver) : null;

    private Value[] OnStructBuffer(IInvocationOperation call, BufferCall.Kind kind, StructBuffer type)
    {
        IOperation[] rest = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Skip(call.Instance is null ? 1 : 0).Select(argument => argument.Value)];
        Value[] buffers = EvaluateAll(ReceiverOf(call)!, []);
        Value[][] arguments = [.. rest.Select(argument => EvaluateAll(argument, []))];
        if (buffers.Concat(arguments.SelectMany(argument => argument)).Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [.. type.Elements.Select(_ => Unknown())];
        }

        switch (kind)
        {
            case BufferCall.Kind.Slice:
                return Views(buffers, arguments[0][0], arguments.Length > 1 ? arguments[1][0] : null);
            case BufferCall.Kind.AsSpan:
                return Views(buffers, arguments.Length > 0 ? arguments[0][0] : null, arguments.Length > 1 ? arguments[1][0] : null, BufferKind.Span);
            case BufferCall.Kind.ToArray:
                return [.. buffers.Select(buffer => Copied(buffer, null))];
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            Value written = kind == BufferCall.Kind.CopyTo ? arguments[0][i] : buffers[i];
            IrType element = ((BufferType)buffers[i].Type).Element;
            CheckWritable(written, call.Syntax);
            Write(kind switch
            {
                BufferCall.Kind.CopyTo => new Copy(buffers[i], written),
                BufferCall.Kind.Fill => new Fill(written, arguments[0][i]),
                _ => new Fill(written, Zero(element)),
            }, call.Syntax);
        }

        return [];
    }
}

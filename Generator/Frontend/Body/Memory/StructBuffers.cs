using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays and spans of structures: each leaf has memory of its own, so that an expression for one is one buffer per leaf.</summary>
internal sealed class StructBuffers(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The buffers of an expression whose type is an array or span of structures.</summary>
    public Value[] Evaluate(IOperation operation, StructBuffer type, IReadOnlyList<Variable?> targets)
    {
        switch (operation)
        {
            case var _ when rooms.Places.Named(operation) is { } places:
                return rooms.Contents.ReadAll(places, operation.Syntax);
            case IConversionOperation { Operand: var call } when ArrayCall.CloneOf(call) is { } cloned && SymbolEqualityComparer.Default.Equals(cloned.Type, operation.Type):
                return [.. rooms.Expressions.EvaluateAll(cloned, []).Select(buffer => UnknownType.Is(buffer) ? buffer : rooms.Allocations.Copy(buffer, null))];
            case IConversionOperation conversion when Structs.Buffer(conversion.Operand.Type) is not null:
                return rooms.Views.Under(rooms.Expressions.EvaluateAll(conversion.Operand, targets), type);
            case IObjectCreationOperation { Arguments: [{ Value: { } array }] } when Structs.Buffer(array.Type) is not null:
                return rooms.Views.Under(rooms.Expressions.EvaluateAll(array, targets), type);
            case IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice:
                return Ranged(slice.Instance, range);
            case IArrayElementReferenceOperation { Indices: [IRangeOperation range] } part:
                return [.. Ranged(part.ArrayReference, range).Select(view => rooms.Allocations.Copy(view, null))];
            case IInvocationOperation invocation:
                return rooms.Calls.Invoke(invocation, targets);
            case IArrayCreationOperation { DimensionSizes: [{ } size] } array:
                return Filled(NewStructs(type, rooms.Allocations.Count(size), targets), array.Initializer?.ElementValues ?? [], operation.Syntax);
            case ICollectionExpressionOperation collection when collection.Elements.Any(element => element is ISpreadOperation):
                return rooms.Views.Under(rooms.Allocations.Spread(collection, count => NewStructs(Writable(type), count, targets)), type);
            case ICollectionExpressionOperation collection:
                return rooms.Views.Under(Filled(
                    NewStructs(Writable(type), state.Block.Constant(collection.Elements.Length), targets), collection.Elements, operation.Syntax), type);
            case { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax, ChildOperations: { Count: > 0 } parts }:
                return Filled(NewStructs(type, rooms.Allocations.Count(parts.First()), targets), parts.Skip(1), operation.Syntax);
            case IDefaultValueOperation when type.Kind != BufferKind.Array:
                return rooms.Views.Under(NewStructs(Writable(type), state.Block.Constant(0), targets), type);
            case IConditionalOperation { IsRef: false } conditional:
                return EitherNewStructs(conditional, type, targets);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return rooms.Fields.StaticStructs(operation, field, type);
            default:
                return [faults.Unsupported(operation)];
        }
    }

    private static StructBuffer Writable(StructBuffer type) => type.Kind == BufferKind.ReadOnlySpan ? type with { Kind = BufferKind.Span } : type;

    private Value[] NewStructs(StructBuffer type, Value count, IReadOnlyList<Variable?> targets) =>
        [.. type.Elements.Select((leaf, i) => rooms.Allocations.NewLeafBuffer(leaf, type.Kind, count, Targets.Name(targets, i)))];

    private Value[] Filled(Value[] buffers, IEnumerable<IOperation> elements, SyntaxNode at)
    {
        int index = 0;
        foreach (IOperation element in elements)
        {
            Value[] values = rooms.Expressions.EvaluateAll(element, []);
            Value place = state.Block.Constant(index++);
            rooms.Contents.Assign([.. buffers.Select(buffer => UnknownType.Is(buffer) ? (Place)new NoPlace() : new ElementPlace(buffer, place))], values, at);
        }

        return buffers;
    }

    private Value[] EitherNewStructs(IConditionalOperation conditional, StructBuffer type, IReadOnlyList<Variable?> targets)
    {
        if (NewMemory.SizeOf(conditional.WhenTrue) is not { } whenTrue || NewMemory.SizeOf(conditional.WhenFalse) is not { } whenFalse)
        {
            return [faults.Unsupported(conditional)];
        }

        Value condition = rooms.Expressions.Evaluate(conditional.Condition);
        return NewStructs(type, rooms.Branches.Choose(condition, () => [rooms.Allocations.Count(whenTrue)], () => [rooms.Allocations.Count(whenFalse)], [])[0], targets);
    }

    private Value[] Ranged(IOperation instance, IRangeOperation range)
    {
        Value[] buffers = rooms.Expressions.EvaluateAll(instance, []);
        if (buffers.Any(UnknownType.Is))
        {
            return buffers;
        }

        (Value start, Value? count) = rooms.Buffers.Bounds(range, index => rooms.Buffers.Index(buffers[0], index));
        return rooms.Views.OfAll(buffers, start, count);
    }

    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == 0)?.Value) is { } receiver ? OperationTree.Unwrapped(receiver) : null;

    public Value[] Invoke(IInvocationOperation call, BufferCall.Kind kind, StructBuffer type)
    {
        IOperation[] rest = [.. Operands.WithReceiver(call).Skip(1)];
        Value[] buffers = rooms.Expressions.EvaluateAll(ReceiverOf(call)!, []);
        Value[][] arguments = [.. rest.Select(argument => rooms.Expressions.EvaluateAll(argument, []))];
        if (buffers.Concat(arguments.SelectMany(argument => argument)).Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [.. type.Elements.Select(_ => state.Unknown())];
        }

        switch (kind)
        {
            case BufferCall.Kind.Slice:
                return rooms.Views.OfAll(buffers, arguments[0][0], arguments.Length > 1 ? arguments[1][0] : null);
            case BufferCall.Kind.AsSpan:
                return rooms.Views.OfAll(buffers, arguments.Length > 0 ? arguments[0][0] : null, arguments.Length > 1 ? arguments[1][0] : null, BufferKind.Span);
            case BufferCall.Kind.ToArray:
                return [.. buffers.Select(buffer => rooms.Allocations.Copy(buffer, null))];
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            Value written = kind == BufferCall.Kind.CopyTo ? arguments[0][i] : buffers[i];
            IrType element = ((BufferType)buffers[i].Type).Element;
            rooms.Origins.CheckWritable(written, call.Syntax);
            rooms.Contents.Write(kind switch
            {
                BufferCall.Kind.CopyTo => new Copy(buffers[i], written),
                BufferCall.Kind.Fill => new Fill(written, arguments[0][i]),
                _ => new Fill(written, state.Zero(element)),
            }, call.Syntax);
        }

        return [];
    }
}

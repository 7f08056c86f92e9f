using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays of arrays: a row is a part of the run of all elements, from where it starts to where the next one does.</summary>
internal sealed class JaggedArrays(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>How many rows there are of which the starts are these.</summary>
    private readonly Dictionary<int, Value> _rowCounts = [];

    /// <summary>The elements and the starts of the rows of an expression whose type is an array of arrays.</summary>
    public Value[] Evaluate(IOperation operation, IReadOnlyList<Variable?> targets)
    {
        switch (operation)
        {
            case var _ when rooms.Places.Named(operation) is { } places:
                return rooms.MadeRows.WithRows(rooms.Contents.ReadAll(places, operation.Syntax), operation);
            case IArrayCreationOperation { Initializer: null, DimensionSizes: [{ } size] }:
                return rooms.MadeRows.NewRows(size);
            case IArrayCreationOperation { Initializer.ElementValues: var rows }:
                return rooms.MadeRows.Listed(rows, Jagged.Of(operation.Type)!, null, Targets.Name(targets));
            case ICollectionExpressionOperation { Elements: var rows }:
                return rooms.MadeRows.Listed(rows, Jagged.Of(operation.Type)!, null, Targets.Name(targets));
            case IInvocationOperation invocation:
                return rooms.Calls.Invoke(invocation, targets);
            case IConversionOperation conversion when Jagged.Of(conversion.Operand.Type) is not null:
                return rooms.Expressions.EvaluateAll(conversion.Operand, targets);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return rooms.Assignments.AssignStruct(assignment);
            case IFieldReferenceOperation { Field: { IsStatic: true } field } when !Constants.IsOfOpenType(field):
                return rooms.HeldRows.OfStatic(field, operation.Syntax);
            default:
                return [faults.Unsupported(operation)];
        }
    }

    /// <summary><c>x[i]</c>, a row.</summary>
    public Value Row(IArrayElementReferenceOperation reference, string? name)
    {
        if (reference.Indices is not [{ } index] || index is IRangeOperation)
        {
            return faults.Unsupported(reference);
        }

        Value[] rows = rooms.Expressions.EvaluateAll(reference.ArrayReference, []);
        if (rows.Any(UnknownType.Is))
        {
            return state.Unknown();
        }

        Value place = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance }
            ? rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, RowCount(rows[1]), rooms.Expressions.Evaluate(distance))
            : rooms.Buffers.Index(rows[1], index);
        return UnknownType.Is(place) ? place : RowAt(rows, place, name);
    }

    public Value RowAt(Value[] rows, Value index, string? name)
    {
        Value start = state.Block.Load(rows[1], index), end = state.Block.Load(rows[1], state.Block.Add(index, state.Block.Constant(1)));
        return rooms.Views.Of(rows[0], (BufferType)rows[0].Type, start, state.Block.Subtract(end, start), name);
    }

    public Value RowCount(Value starts) => _rowCounts.TryGetValue(starts.Id, out Value count)
        ? count
        : state.Block.Subtract(state.Block.Length(starts), state.Block.Constant(1));

    public Value Starts(Value starts, Value count)
    {
        Value view = rooms.Views.Under(starts, Jagged.Starts, null);
        _rowCounts[view.Id] = count;
        return view;
    }
}

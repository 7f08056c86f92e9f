using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays of arrays: a row is a part of the run of all elements, from where it starts to where it ends.</summary>
internal sealed class JaggedArrays(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>How many rows there are of which the bounds are these.</summary>
    private readonly Dictionary<int, Value> _rowCounts = [];

    /// <summary>The elements and the bounds of the rows of an expression whose type is an array of arrays.</summary>
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
                return rooms.HeldRows.OfStatic(operation, field);
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
        Value start = state.Block.Load(rows[1], index), end = state.Block.Load(rows[1], EndAt(rows[1], index));
        return rooms.Views.Of(rows[0], (BufferType)rows[0].Type, start, state.Block.Subtract(end, start), name);
    }

    /// <summary>The length of the bounds of so many rows.</summary>
    public Value BoundsOf(Value count) => state.Block.Multiply(state.Block.Constant(2), count);

    /// <summary>
    /// Where in the bounds it stands where a row ends: behind where all start. An index that is none of a row is outside of one or the
    /// other.
    /// </summary>
    private Value EndAt(Value bounds, Value index) => state.Block.Add(RowCount(bounds), index);

    /// <summary>Says where a row is.</summary>
    public void Place(Value bounds, Value index, Value start, Value end)
    {
        state.Block.Append(new Store(bounds, index, start));
        state.Block.Append(new Store(bounds, EndAt(bounds, index), end));
    }

    public Value RowCount(Value bounds) => _rowCounts.TryGetValue(bounds.Id, out Value count)
        ? count
        : state.Block.Divide(state.Block.Length(bounds), state.Block.Constant(2));

    public Value NoteCount(Value bounds, Value count) => _rowCounts[bounds.Id] = count;

    /// <summary><c>x[i]</c> as something to assign: a row of the same array takes its place.</summary>
    public Place Locate(IArrayElementReferenceOperation row)
    {
        if (rooms.MadeRows.IsRowless(row))
        {
            return new NoPlace();
        }

        Value[] rows = row.Indices is [{ } index] and not [IRangeOperation] ? rooms.Expressions.EvaluateAll(row.ArrayReference, []) : [faults.Unsupported(row)];
        if (rows.Any(UnknownType.Is))
        {
            return new NoPlace();
        }

        Value place = rooms.Buffers.Index(rows[1], row.Indices[0]);
        return UnknownType.Is(place) ? new NoPlace() : new RowPlace(rows[0], rows[1], place);
    }

    /// <summary>Makes a row take the place of another of the same array.</summary>
    public void Replace(RowPlace place, Value row, SyntaxNode at)
    {
        rooms.Origins.CheckWritable(place.Elements, at);
        if (UnknownType.Is(row))
        {
            return;
        }

        if (rooms.Views.Within(row, rooms.Views.Root(place.Elements)) is not var (start, count))
        {
            faults.ReportUnsupported(at, "Assigning a row that is none of the same array of arrays", "Copy the elements: y.CopyTo(x[i], 0)");
            return;
        }

        Place(place.Bounds, place.Index, start, state.Block.Add(start, count));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays of arrays: a row is a part of the run of all elements, from where it starts to where the next one does.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>The elements and the starts of the rows of an expression whose type is an array of arrays.</summary>
    private Value[] JaggedMemory(IOperation operation, IReadOnlyList<Variable?> targets)
    {
        switch (operation)
        {
            case var _ when StructPlaces(operation) is { } places:
                return WithRows(ReadPlaces(places, operation.Syntax), operation);
            case IArrayCreationOperation { Initializer: null, DimensionSizes: [{ } size] }:
                return NewRows(size);
            case IArrayCreationOperation { Initializer.ElementValues: var rows }:
                return Listed(rows, Jagged.Of(operation.Type)!, null, Targets.Name(targets));
            case ICollectionExpressionOperation { Elements: var rows }:
                return Listed(rows, Jagged.Of(operation.Type)!, null, Targets.Name(targets));
            case IInvocationOperation invocation:
                return Invoke(invocation, targets);
            case IConversionOperation conversion when Jagged.Of(conversion.Operand.Type) is not null:
                return EvaluateAll(conversion.Operand, targets);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return AssignStruct(assignment);
            default:
                return [Unsupported(operation)];
        }
    }

    private Value RowCount(Value starts) => _rowCounts.TryGetValue(starts.Id, out Value count) ? count : _block.Subtract(_block.Length(starts), _block.Constant(1));

    /// <summary><c>x[i]</c>, a row.</summary>
    private Value Row(IArrayElementReferenceOperation reference, string? name)
    {
        if (reference.Indices is not [{ } index] || index is IRangeOperation)
        {
            return Unsupported(reference);
        }

        Value[] rows = EvaluateAll(reference.ArrayReference, []);
        if (rows.Any(UnknownType.Is))
        {
            return Unknown();
        }

        Value place = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance }
            ? Compute(Opcode.Subtract, IrType.Int, null, RowCount(rows[1]), Evaluate(distance))
            : Index(rows[1], index);
        return UnknownType.Is(place) ? place : RowAt(rows, place, name);
    }

    private Value RowAt(Value[] rows, Value index, string? name)
    {
        Value start = _block.Load(rows[1], index), end = _block.Load(rows[1], _block.Add(index, _block.Constant(1)));
        return ViewOf(rows[0], (BufferType)rows[0].Type, start, _block.Subtract(end, start), name);
    }
}

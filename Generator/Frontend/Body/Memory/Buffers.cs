using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Elements, lengths and parts of arrays and spans of numbers.</summary>
internal sealed class Buffers(BodyState state, Faults faults, Rooms rooms)
{
    public Value Load(IOperation operation, string? name)
    {
        Place place = rooms.Places.Locate(operation);
        return place is ElementPlace element ? state.Block.Load(element.Buffer, element.Index, name) : state.Unknown();
    }

    public Value Property(IPropertyReferenceOperation property, string? name)
    {
        if (property.Instance is { } array && Grid.Of(OperationTree.Unwrapped(array).Type) is { } grid
            && rooms.GridArrays.Property(property, OperationTree.Unwrapped(array), grid, name) is { } known)
        {
            return known;
        }

        if (property is { Property.Name: "Length", Instance: { } rows } && Jagged.Of(OperationTree.Unwrapped(rows).Type) is not null)
        {
            Value[] values = rooms.Places.Named(OperationTree.Unwrapped(rows)) is { } places
                ? rooms.Contents.ReadAll(places, rows.Syntax)
                : rooms.Expressions.EvaluateAll(OperationTree.Unwrapped(rows), []);
            return values.Any(UnknownType.Is) ? state.Unknown() : rooms.JaggedArrays.RowCount(values[1]);
        }

        if (property.Instance is not { Type: { } type } instance
            || (TypeMap.Buffer(type) is null && Lists.Of(type) is null && Structs.Buffer(type) is null && type.SpecialType != SpecialType.System_Array)
            || property.Property.Name is not ("Length" or "IsEmpty" or "Count"))
        {
            return faults.Unsupported(property);
        }

        Value buffer = rooms.Expressions.Evaluate(OperationTree.Unwrapped(instance));
        if (UnknownType.Is(buffer))
        {
            return buffer;
        }

        bool isEmpty = property.Property.Name == "IsEmpty";
        Value length = state.Values.New(IrType.Int, isEmpty ? null : name);
        state.Block.Append(new Length(length, buffer));
        return !isEmpty ? length : rooms.Arithmetic.Compute(Opcode.Equal, IrType.Bool, name, length, state.Block.Constant(0));
    }

    public Value Slice(IImplicitIndexerReferenceOperation slice, IRangeOperation range, string? name)
    {
        Value buffer = rooms.Expressions.Evaluate(slice.Instance);
        return buffer.Type is BufferType type ? Range(buffer, type, range, name) : state.Unknown();
    }

    private Value Range(Value buffer, BufferType type, IRangeOperation range, string? name)
    {
        (Value start, Value? count) = Bounds(range, index => Index(buffer, index));
        return rooms.Views.Of(buffer, type, start, count, name);
    }

    /// <summary>Where a range starts and how many elements it has; null for all from there on.</summary>
    public (Value Start, Value? Count) Bounds(IRangeOperation range, Func<IOperation, Value> place)
    {
        Value start = range.LeftOperand is { } left ? place(left) : state.Block.Constant(0);
        Value? end = range.RightOperand is { } right ? place(right) : null;
        Value? count = end is null || range.LeftOperand is null ? end : rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, end, start);
        return (start, count);
    }

    /// <summary>An index, also one from the end: <c>^k</c> is the length less k.</summary>
    public Value Index(Value buffer, IOperation index)
    {
        switch (index)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat:
                Value distance = rooms.Expressions.Evaluate(hat.Operand);
                return rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, state.Block.Length(buffer), distance);
            case IConversionOperation { Type.Name: "Index" } conversion:
                return rooms.Expressions.Evaluate(conversion.Operand);
            default:
                Value value = rooms.Expressions.Evaluate(index);
                return UnknownType.Is(value) ? value : rooms.Conversions.AsInt(value) ?? faults.Unsupported(index);
        }
    }

    /// <summary><c>array[a..b]</c> is a new array.</summary>
    public Value Subarray(IArrayElementReferenceOperation reference, string? name)
    {
        if (reference.Indices is not [IRangeOperation range])
        {
            return faults.Unsupported(reference);
        }

        Value array = rooms.Expressions.Evaluate(reference.ArrayReference);
        if (array.Type is not BufferType type)
        {
            return state.Unknown();
        }

        Value part = Range(array, type with { Kind = BufferKind.ReadOnlySpan }, range, null);
        return UnknownType.Is(part) ? part : rooms.Allocations.Copy(part, name);
    }

    /// <summary><c>new Span&lt;double&gt;(array)</c>.</summary>
    public Value Wrap(IObjectCreationOperation creation, BufferType type, string? name)
    {
        Value source = rooms.Expressions.Evaluate(creation.Arguments[0].Value);
        return UnknownType.Is(source) || source.Type is BufferType ? rooms.Views.Under(source, type, name) : faults.Unsupported(creation);
    }
}

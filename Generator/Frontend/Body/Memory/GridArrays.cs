using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Arrays of several dimensions: the run of all elements, row by row, beside the length of each dimension. Each index is checked
/// against its own length, as the run knows only that of all elements; <c>IndexChecks</c> removes what it can prove.
/// </summary>
internal sealed class GridArrays(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>Elements and lengths of arrays in fields, read where the body starts, by the field's text.</summary>
    private readonly Dictionary<string, Value[]> _heldGrids = [];

    /// <summary>How many elements arrays of known lengths have, with the block in which that is known: arrays of one shape have one number.</summary>
    private readonly Dictionary<string, List<(BlockBuilder Block, Value Count)>> _gridCounts = [];

    /// <summary>The elements and lengths of an expression whose type is an array of several dimensions.</summary>
    public Value[] Evaluate(IOperation operation, Grid grid, IReadOnlyList<Variable?> targets)
    {
        switch (operation)
        {
            case var _ when rooms.Places.Named(operation) is { } places:
                return rooms.Contents.ReadAll(places, operation.Syntax);
            case IConversionOperation { Operand: var call } when ArrayCall.CloneOf(call) is { } cloned && Grid.Of(cloned.Type) == grid:
                return CopiedGrid(rooms.Expressions.EvaluateAll(cloned, []), Targets.Name(targets));
            case IConversionOperation conversion when Grid.Of(conversion.Operand.Type) == grid:
                return rooms.Expressions.EvaluateAll(conversion.Operand, targets);
            case IArrayCreationOperation creation:
                return NewGrid(creation, grid, Targets.Name(targets));
            case IInvocationOperation invocation:
                return rooms.Calls.Invoke(invocation, targets);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return rooms.Assignments.AssignStruct(assignment);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return StaticGrid(operation, field, grid);
            default:
                return [faults.Unsupported(operation)];
        }
    }

    public Place Locate(IArrayElementReferenceOperation element)
    {
        if (Grid.Of(element.ArrayReference.Type) is null)
        {
            faults.Unsupported(element);
            return new NoPlace();
        }

        Value[] array = rooms.Expressions.EvaluateAll(element.ArrayReference, []);
        Value[] indices = [.. element.Indices.Select(index => array.Any(UnknownType.Is) ? state.Unknown() : rooms.Buffers.Index(array[0], index))];
        if (array.Concat(indices).Any(UnknownType.Is))
        {
            return new NoPlace();
        }

        Value[] inside = [.. indices.Select((index, dimension) => rooms.Arithmetic.Apply(GridFunctions.Index, IrType.Int, null, index, array[dimension + 1]))];
        Value position = inside[0];
        for (int dimension = 1; dimension < inside.Length; dimension++)
        {
            position = state.Block.Add(state.Block.Multiply(position, array[dimension + 1]), inside[dimension]);
        }

        return new ElementPlace(array[0], position);
    }

    public Value? Property(IPropertyReferenceOperation property, IOperation array, Grid grid, string? name)
    {
        switch (property.Property.Name)
        {
            case "Rank":
                return state.Block.Constant(grid.Rank);
            case "Length":
                Value[] values = rooms.Expressions.EvaluateAll(array, []);
                return values.Any(UnknownType.Is) ? state.Unknown() : state.Block.Length(values[0]);
            default:
                return null;
        }
    }

    /// <summary>Methods that ask for lengths; null for any other.</summary>
    public Value[]? Invoke(IInvocationOperation call)
    {
        if (call is not { TargetMethod: var method, Instance: { } instance, Arguments: [{ Value: var which }] } || !LengthCall.Is(method)
            || which.ConstantValue is not { HasValue: true, Value: int dimension })
        {
            return null;
        }

        IOperation array = OperationTree.Unwrapped(instance);
        int rank = Grid.Of(array.Type)?.Rank ?? (TypeMap.Find(array.Type) is BufferType ? 1 : 0);
        if (dimension < 0 || dimension >= rank)
        {
            return null;
        }

        Value[] values = rooms.Expressions.EvaluateAll(array, []);
        if (values.Any(UnknownType.Is))
        {
            return [state.Unknown()];
        }

        Value length = values.Length == 1 ? state.Block.Length(values[0]) : values[dimension + 1];
        return method.Name switch
        {
            "GetLength" => [length],
            "GetLowerBound" => [state.Block.Constant(0)],
            _ => [state.Block.Subtract(length, state.Block.Constant(1))],
        };
    }

    private static string ShapeOf(IEnumerable<Value> lengths) => string.Join(",", lengths.Select(length => length.Id));

    private void NoteCount(IReadOnlyList<Value> lengths, Value count, BlockBuilder block)
    {
        string shape = ShapeOf(lengths);
        if (!_gridCounts.TryGetValue(shape, out List<(BlockBuilder, Value)> known))
        {
            _gridCounts.Add(shape, known = []);
        }

        known.Add((block, count));
    }

    private Value? KnownCount(IReadOnlyList<Value> lengths) => _gridCounts.TryGetValue(ShapeOf(lengths), out List<(BlockBuilder Block, Value Count)> known)
        ? known.FirstOrDefault(item => rooms.Branches.Blocks().Contains(item.Block)).Count
        : null;

    public IEnumerable<Variable> DeclareLengths(IParameterSymbol symbol, Grid grid, Value elements)
    {
        var lengths = new List<Value>();
        for (int dimension = 0; dimension < grid.Rank; dimension++)
        {
            Value length = state.Values.New(IrType.Int);
            state.Block.Append(new Length(length, elements, dimension));
            Variable variable = state.NewVariable(symbol.Name + Grids.LengthName(dimension), IrType.Int);
            state.Environment[variable] = length;
            lengths.Add(length);
            yield return variable;
        }

        NoteCount(lengths, state.Block.Length(elements), state.Block);
    }

    private Value[] NewGrid(IArrayCreationOperation creation, Grid grid, string? name)
    {
        Value[] lengths = [.. creation.DimensionSizes.Select(rooms.Allocations.Count)];
        if (lengths.Any(UnknownType.Is))
        {
            return [state.Unknown()];
        }

        Value elements = rooms.Allocations.NewBuffer(grid.Element, BufferKind.Span, CountOf(lengths, creation.DimensionSizes), name);
        return [rooms.Allocations.Initialised(elements, creation.Initializer is { } initializer ? Flattened(initializer) : []), .. lengths];
    }

    private Value CountOf(Value[] lengths, IEnumerable<IOperation> sizes)
    {
        long product = 1;
        foreach (IOperation size in sizes)
        {
            product = product >= 0 && size.ConstantValue is { HasValue: true, Value: int and >= 0 and var constant } ? product * constant : -1;
            product = product <= int.MaxValue ? product : -1;
        }

        if (product >= 0)
        {
            return state.Block.Constant((int)product);
        }

        if (KnownCount(lengths) is { } known)
        {
            return known;
        }

        Value counted = lengths.Aggregate((count, length) => rooms.Arithmetic.Apply(GridFunctions.Count, IrType.Int, null, count, length));
        NoteCount(lengths, counted, state.Block);
        return counted;
    }

    private static IEnumerable<IOperation> Flattened(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.SelectMany(element => element is IArrayInitializerOperation inner ? Flattened(inner) : [element]);

    private Value[] CopiedGrid(Value[] source, string? name)
    {
        if (source.Any(UnknownType.Is))
        {
            return source;
        }

        Value copy = rooms.Allocations.NewBuffer(((BufferType)source[0].Type).Element, BufferKind.Span, state.Block.Length(source[0]), name);
        state.Block.Append(new Copy(source[0], copy));
        return [copy, .. source.Skip(1)];
    }

    /// <summary>An array in a static field: its elements are found once, where the body starts.</summary>
    private Value[] StaticGrid(IOperation reference, IFieldSymbol field, Grid grid) =>
        rooms.Fields.IsConstant(reference, field) ? HeldGrid(field, grid, state.Translation.TextOf(field)) : [state.Unknown()];

    public Value[] HeldGrid(ISymbol member, Grid grid, string text)
    {
        if (_heldGrids.TryGetValue(text, out Value[] known))
        {
            return known;
        }

        BlockBuilder start = rooms.Branches.Blocks().Last();
        string name = Passes.Naming.Camel(member.Name.TrimStart('_'));
        Value Read(IrType type, string read, string ending)
        {
            Value value = state.Values.New(type, name + ending);
            start.Append(new Symbol(value, read, IsComputed: true));
            return value;
        }

        Value elements = Read(new BufferType(grid.Element, BufferKind.ReadOnlySpan), $"Grid.Elements<{TypeText.Keyword(grid.Element.Kind)}>({text})", "");
        rooms.Origins.Note(elements, member);
        Value[] lengths = [.. Enumerable.Range(0, grid.Rank).Select(dimension => Read(IrType.Int, $"{text}.GetLength({dimension})", Grids.LengthName(dimension)))];
        NoteCount(lengths, start.Length(elements), start);
        return _heldGrids[text] = [elements, .. lengths];
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Inline arrays. As a value, one is all its numbers, like any structure; a variable of such a type is memory, one buffer for each
/// leaf of the innermost elements, so that an index known at run time is an index, and a span of it a view.
/// </summary>
internal sealed class InlineArrays(BodyState state, Faults faults, Rooms rooms)
{
    private const string CopyFirst = "Copy it to a local first";

    /// <summary>An element's number in its buffer: so many behind another number, or behind the start.</summary>
    private readonly Dictionary<int, (Value? From, int Offset)> _numbers = [];

    /// <summary>How many elements the memory of a variable has.</summary>
    private readonly Dictionary<int, int> _lengths = [];

    /// <summary>The elements of arrays in fields, by the field's text.</summary>
    private readonly Dictionary<string, Place[]> _heldElements = new(StringComparer.Ordinal);

    /// <summary>Where the leaves of an element are.</summary>
    public Place[] Locate(IInlineArrayAccessOperation access)
    {
        if (InlineArray.Of(access.Instance.Type) is not { } array || Structs.Leaves(access.Instance.Type) is null || TypeMap.IsSpan(access.Type!))
        {
            return [Disregarded(access)];
        }

        Place[] whole = WholeOf(access.Instance);
        Value index = IndexOf(array, access.Argument);
        int size = whole.Length / array.Length;
        if (UnknownType.Is(index) || whole.Any(place => place is NoPlace))
        {
            return [.. Enumerable.Range(0, size).Select(_ => new NoPlace())];
        }

        return ConstantOf(access.Argument, array) is { } constant && constant >= 0 && constant < array.Length
            ? [.. whole.Skip(constant * size).Take(size)]
            : Numbered(whole, array, index) ?? OneOf(whole, array, index);
    }

    public IEnumerable<Place> NewElements(string? name, InlineArray array, IReadOnlyList<Leaf> leaves)
    {
        int count = array.Length;
        while (InlineArray.Of(array.Element) is { } inner)
        {
            array = inner;
            count *= inner.Length;
        }

        int size = leaves.Count / count;
        Value length = state.Block.Constant(count);
        Value[] buffers = [.. leaves.Take(size).Select(leaf => rooms.Allocations.NewLeafBuffer(leaf, BufferKind.Span, length, name))];
        Value[] numbers = [.. Enumerable.Range(0, count).Select(i => Number(null, i))];
        foreach (Value buffer in buffers)
        {
            _lengths[buffer.Id] = count;
        }

        return leaves.Select((_, i) => new ElementPlace(buffers[i % size], numbers[i / size]));
    }

    private Value Number(Value? from, int offset)
    {
        Value number = from is null ? state.Block.Constant(offset) : offset == 0 ? from : state.Block.Add(from, state.Block.Constant(offset));
        _numbers[number.Id] = (from, offset);
        return number;
    }

    private NoPlace Disregarded(IOperation operation)
    {
        faults.Unsupported(operation);
        return new NoPlace();
    }

    private Place[] WholeOf(IOperation operation) => HeldText(operation) is { } text ? HeldElements(operation, text) : rooms.Places.LocateAll(operation) ?? Copied(operation);

    /// <summary>How generated code reads an inline array in a field that does not change; null for any other.</summary>
    private string? HeldText(IOperation operation) => operation is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }
        ? state.Translation.TextOf(field)
        : rooms.ObjectPaths.PathOf(operation)?.Text;

    /// <summary>Copied once, where the body starts.</summary>
    private Place[] HeldElements(IOperation operation, string text)
    {
        if (!_heldElements.TryGetValue(text, out Place[] held))
        {
            _heldElements[text] = held = state.At(rooms.Branches.Blocks().Last(), state.Environment, () => Copied(operation));
        }

        return held;
    }

    /// <summary>A value that is no variable, as a variable.</summary>
    private Place[] Copied(IOperation operation)
    {
        Place[] copy = rooms.Variables.NewPlaces(null, operation.Type!);
        rooms.Contents.Assign(copy, rooms.Expressions.EvaluateAll(operation, Targets.Of(copy)), operation.Syntax);
        return copy;
    }

    private Value IndexOf(InlineArray array, IOperation index) => index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance }
        ? rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, state.Block.Constant(array.Length), rooms.Expressions.Evaluate(distance))
        : index is IConversionOperation { Type.Name: "Index", Operand: var operand } ? IndexOf(array, operand)
        : rooms.Expressions.Evaluate(index) is var value && UnknownType.Is(value) ? value : rooms.Conversions.AsInt(value) ?? faults.Unsupported(index);

    private static int? ConstantOf(IOperation index, InlineArray array) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int distance } } => array.Length - distance,
        IConversionOperation { Type.Name: "Index", Operand: var operand } => ConstantOf(operand, array),
        { ConstantValue: { HasValue: true, Value: int constant } } => constant,
        _ => null,
    };

    /// <summary>The element as one of the memory in which all stand one behind the other; null where they do not.</summary>
    private Place[]? Numbered(Place[] whole, InlineArray array, Value index)
    {
        int size = whole.Length / array.Length;
        (Value Buffer, Value? From, int Offset, int Stride)?[] runs = [.. Enumerable.Range(0, size).Select(leaf => RunOf(whole, array, leaf))];
        if (runs.Any(run => run is null) || runs.Select(run => (run!.Value.From?.Id, run.Value.Stride)).Distinct().Count() > 1)
        {
            return null;
        }

        (Value buffer, Value? from, _, int stride) = runs[0]!.Value;
        bool isAll = stride == 1 && from is null && runs.All(run => run!.Value.Offset == 0) && _lengths.TryGetValue(buffer.Id, out int length) && length == array.Length;
        Value inside = isAll ? index : rooms.Arithmetic.Apply(GridFunctions.Index, IrType.Int, null, index, state.Block.Constant(array.Length));
        Value start = stride == 1 ? inside : state.Block.Multiply(inside, state.Block.Constant(stride));
        Value first = from is null ? start : state.Block.Add(from, start);
        return [.. runs.Select(run => new ElementPlace(run!.Value.Buffer, Number(first, run.Value.Offset)))];
    }

    private (Value Buffer, Value? From, int Offset, int Stride)? RunOf(Place[] whole, InlineArray array, int leaf)
    {
        int size = whole.Length / array.Length;
        if (NumberOf(whole[leaf]) is not { } first)
        {
            return null;
        }

        int stride = array.Length > 1 && NumberOf(whole[leaf + size]) is { } second ? second.Offset - first.Offset : 1;
        for (int i = 1; i < array.Length; i++)
        {
            if (NumberOf(whole[leaf + i * size]) is not { } next || next.Buffer.Id != first.Buffer.Id || next.From?.Id != first.From?.Id
                || next.Offset != first.Offset + i * stride)
            {
                return null;
            }
        }

        return (first.Buffer, first.From, first.Offset, stride);
    }

    private (Value Buffer, Value? From, int Offset)? NumberOf(Place place) =>
        place is ElementPlace element && _numbers.TryGetValue(element.Index.Id, out (Value? From, int Offset) number)
            ? (element.Buffer, number.From, number.Offset)
            : null;

    /// <summary>The element of an inline array that is itself spread over memory: which of its places, a number says.</summary>
    private Place[] OneOf(Place[] whole, InlineArray array, Value index)
    {
        int size = whole.Length / array.Length;
        Variable which = state.NewVariable("which", IrType.Int);
        state.Environment[which] = rooms.Arithmetic.Apply(GridFunctions.Index, IrType.Int, null, index, state.Block.Constant(array.Length));
        return [.. Enumerable.Range(0, size).Select(leaf => new ChosenPlace(
            which, [.. Enumerable.Range(0, array.Length).Select(i => new PlaceOption(whole[i * size + leaf], null, null))]))];
    }

    /// <summary>An inline array as a span over its elements: one buffer for each leaf of an element.</summary>
    public Value[] Elements(IOperation operation, InlineArray array, IOperation at)
    {
        BufferKind kind = (at.Type as INamedTypeSymbol)?.Name == "ReadOnlySpan" ? BufferKind.ReadOnlySpan : BufferKind.Span;
        if (Structs.Leaves(operation.Type) is not { } leaves)
        {
            return [faults.Unsupported(at)];
        }

        Place[] whole = WholeOf(operation);
        if (whole.Any(place => place is NoPlace))
        {
            return [.. leaves.Take(leaves.Count / array.Length).Select(_ => state.Unknown())];
        }

        int size = whole.Length / array.Length;
        (Value Buffer, Value? From, int Offset, int Stride)?[] runs = [.. Enumerable.Range(0, size).Select(leaf => RunOf(whole, array, leaf))];
        if (runs.Any(run => run is not { Stride: 1 }))
        {
            faults.ReportUnsupported(at.Syntax, $"A span over '{operation.Syntax}', which is a part of other elements,", CopyFirst);
            return [.. runs.Select(_ => state.Unknown())];
        }

        return [.. runs.Select(run => ViewOf(run!.Value.Buffer, kind, run.Value.From, run.Value.Offset, array.Length))];
    }

    private Value ViewOf(Value buffer, BufferKind kind, Value? from, int offset, int length)
    {
        BufferType type = (BufferType)buffer.Type with { Kind = kind };
        return from is null && offset == 0 && _lengths[buffer.Id] == length
            ? rooms.Views.Under(buffer, type, buffer.Name)
            : rooms.Views.Of(buffer, type, Number(from, offset), state.Block.Constant(length), buffer.Name);
    }

    /// <summary><c>b[1..3]</c></summary>
    public Value[] Elements(IInlineArrayAccessOperation access)
    {
        if (InlineArray.Of(access.Instance.Type) is not { } array || access.Argument is not IRangeOperation range)
        {
            return [faults.Unsupported(access)];
        }

        Value[] all = Elements(access.Instance, array, access);
        (Value start, Value? count) = rooms.Buffers.Bounds(range, index => IndexOf(array, index));
        return all.Any(UnknownType.Is) ? all : rooms.Views.OfAll(all, start, count);
    }
}

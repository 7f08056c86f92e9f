using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Buffer variables that are parts of one memory, by numbers that say which.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>A buffer variable that is a part of one memory; which part, two variables say.</summary>
    /// <param name="Mark">What the variable holds as long as this is so.</param>
    /// <param name="Count">Null where all parts are equally long.</param>
    private sealed record BufferPart(Value Memory, Value Mark, Variable Start, Variable? Count, Value? FixedCount);

    /// <summary>The views of parts that have been made, with the blocks in which they stand.</summary>
    private readonly Dictionary<(int Memory, IrType Type, int Start, int Count), List<(BlockBuilder Block, Value View)>> _partViews = [];

    /// <summary>The block around each block under construction.</summary>
    private readonly Dictionary<BlockBuilder, BlockBuilder> _around = [];

    private readonly Dictionary<Variable, BufferPart> _parts = [];

    private readonly Dictionary<int, View> _views = [];

    /// <summary>The variables that have been made parts; each may be something else by now.</summary>
    private IEnumerable<Variable> Parted => _parts.Keys;

    private void Add(Variable variable, BufferPart part) => _parts[variable] = part;

    private bool HasParts(Value memory) => _parts.Values.Any(part => part.Memory.Id == memory.Id);

    private BufferPart? PartOf(Variable variable) =>
        _parts.TryGetValue(variable, out BufferPart part) && _environment[variable]?.Id == part.Mark.Id ? part : null;

    private Value Current(Variable variable, BufferPart part)
    {
        Value start = VersionOf(part.Start);
        Value count = part.Count is null ? part.FixedCount! : VersionOf(part.Count);
        (int, IrType, int, int) key = (part.Memory.Id, variable.Type, start.Id, count.Id);
        if (!_partViews.TryGetValue(key, out List<(BlockBuilder Block, Value View)> known))
        {
            _partViews.Add(key, known = []);
        }

        foreach ((BlockBuilder block, Value view) in known.Where(known => Blocks().Contains(known.Block)))
        {
            return view;
        }

        BufferType type = (BufferType)variable.Type with { Within = ((BufferType)part.Memory.Type).Within };
        Value made = ViewOf(part.Memory, type, start, count, variable.Name);
        known.Add((_block, made));
        return made;
    }

    /// <summary>The block under construction and those around it.</summary>
    private IEnumerable<BlockBuilder> Blocks()
    {
        for (BlockBuilder? block = _block; block is not null; block = _around.TryGetValue(block, out BlockBuilder around) ? around : null)
        {
            yield return block;
        }
    }

    /// <summary>Makes the views that an iteration mentions once: before the loop, or at its start those that change.</summary>
    /// <param name="changing">What the loop carries.</param>
    private void ViewParts(IEnumerable<IOperation> iteration, ICollection<Variable> changing)
    {
        foreach (Variable variable in Mentioned(iteration).Distinct())
        {
            if (PartOf(variable) is { } part && !changing.Contains(part.Start))
            {
                Current(variable, part);
            }
        }
    }

    private IEnumerable<Variable> Mentioned(IEnumerable<IOperation> iteration) =>
        from reached in Reached(iteration)
        from operation in reached.Part.DescendantsAndSelf()
        let symbol = (operation as ILocalReferenceOperation)?.Local ?? (ISymbol?)(operation as IParameterReferenceOperation)?.Parameter
        where symbol is not null && operation.Type is not null && (TypeMap.Buffer(operation.Type) is not null || Grid.Of(operation.Type) is not null)
        from variable in reached.Frame.Find(symbol) ?? []
        select variable;

    /// <summary>Whether the value is a part of the memory that the variable's parts lie in; then it is that from now on.</summary>
    private bool Refer(Variable variable, Value value)
    {
        if (PartOf(variable) is not { } part || Place(value, part.Memory) is not { } place)
        {
            return false;
        }

        if (part.Count is null && !IsSameLength(place.Count, part.FixedCount!))
        {
            return false;
        }

        _environment[part.Start] = place.Start;
        if (part.Count is not null)
        {
            _environment[part.Count] = place.Count;
        }

        return true;
    }

    private bool IsSameLength(Value left, Value right) =>
        left.Id == right.Id || (Measured(left) is { } buffer && buffer.Id == Measured(right)?.Id);

    /// <summary>The buffer whose length the value is.</summary>
    private Value? Measured(Value length)
    {
        Value? buffer = Blocks().SelectMany(block => block.Operations).OfType<Length>().FirstOrDefault(operation => operation.Result.Id == length.Id)?.Buffer;
        return buffer is null ? null : Whole(buffer);
    }

    /// <summary>The buffer of which another is all, under another type.</summary>
    private Value Whole(Value buffer)
    {
        while (_views.TryGetValue(buffer.Id, out View view) && view is { Start: null, Count: null })
        {
            buffer = view.Buffer;
        }

        return buffer;
    }

    /// <summary>Where in a memory a view of it lies; null if it is none.</summary>
    private (Value Start, Value Count)? Place(Value buffer, Value memory)
    {
        if (Root(buffer).Id != memory.Id)
        {
            return null;
        }

        Value? start = null;
        for (Value part = buffer; part.Id != memory.Id;)
        {
            View view = _views[part.Id];
            start = view.Start is null || start is null ? start ?? view.Start : _block.Add(view.Start, start);
            part = view.Buffer;
        }

        return (start ?? _block.Constant(0), LengthOf(buffer));
    }

    private void NoteAllocation(Value buffer, Value count) => _allocated[buffer.Id] = (_frame, count);

    /// <summary>The function that allocates the buffer; null for what comes from outside.</summary>
    private Frame? AllocatedIn(Value buffer) => _allocated.TryGetValue(buffer.Id, out (Frame Frame, Value) allocated) ? allocated.Frame : null;

    private Value LengthOf(Value buffer) =>
        _allocated.TryGetValue(buffer.Id, out (Frame Frame, Value Count) allocated) ? allocated.Count
        : !_views.TryGetValue(buffer.Id, out View view) ? _block.Length(buffer)
        : view.Count ?? (view.Start is null ? LengthOf(view.Buffer) : _block.Length(buffer));
}

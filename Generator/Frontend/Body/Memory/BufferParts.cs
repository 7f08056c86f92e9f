using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Buffer variables that are parts of one memory, by numbers that say which.</summary>
internal sealed class BufferParts(BodyState state, Branches branches, Functions functions, Views views)
{
    /// <summary>The views of parts that have been made, with the blocks in which they stand.</summary>
    private readonly Dictionary<(int Memory, IrType Type, int Start, int Count), List<(BlockBuilder Block, Value View)>> _partViews = [];

    private readonly Dictionary<Variable, BufferPart> _parts = [];

    /// <summary>The variables that have been made parts; each may be something else by now.</summary>
    public IEnumerable<Variable> Parted => _parts.Keys;

    public void Add(Variable variable, BufferPart part) => _parts[variable] = part;

    public bool HasParts(Value memory) => _parts.Values.Any(part => part.Memory.Id == memory.Id);

    public BufferPart? PartOf(Variable variable) =>
        _parts.TryGetValue(variable, out BufferPart part) && state.Environment[variable]?.Id == part.Mark.Id ? part : null;

    public Value Current(Variable variable, BufferPart part)
    {
        Value start = state.VersionOf(part.Start);
        Value count = part.Count is null ? part.FixedCount! : state.VersionOf(part.Count);
        (int, IrType, int, int) key = (part.Memory.Id, variable.Type, start.Id, count.Id);
        if (!_partViews.TryGetValue(key, out List<(BlockBuilder Block, Value View)> known))
        {
            _partViews.Add(key, known = []);
        }

        foreach ((BlockBuilder block, Value view) in known.Where(known => branches.Blocks().Contains(known.Block)))
        {
            return view;
        }

        BufferType type = (BufferType)variable.Type with { Within = ((BufferType)part.Memory.Type).Within };
        Value made = views.Of(part.Memory, type, start, count, variable.Name);
        known.Add((state.Block, made));
        return made;
    }

    /// <summary>Makes the views that an iteration mentions once: before the loop, or at its start those that change.</summary>
    /// <param name="changing">What the loop carries.</param>
    public void ViewParts(IEnumerable<IOperation> iteration, ICollection<Variable> changing)
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
        from reached in functions.Reached(iteration)
        from operation in reached.Part.DescendantsAndSelf()
        let symbol = OperationTree.Variable(operation)
        where symbol is not null && operation.Type is not null && (TypeMap.Buffer(operation.Type) is not null || Grid.Of(operation.Type) is not null)
        from variable in reached.Frame.Find(symbol) ?? []
        select variable;

    /// <summary>Whether the value is a part of the memory that the variable's parts lie in; then it is that from now on.</summary>
    public bool Refer(Variable variable, Value value)
    {
        if (PartOf(variable) is not { } part || views.Within(value, part.Memory) is not { } place)
        {
            return false;
        }

        if (part.Count is null && !views.IsSameLength(place.Count, part.FixedCount!))
        {
            return false;
        }

        state.Environment[part.Start] = place.Start;
        if (part.Count is not null)
        {
            state.Environment[part.Count] = place.Count;
        }

        return true;
    }
}

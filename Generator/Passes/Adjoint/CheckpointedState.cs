using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// What one state of a loop with a budget consists of, and where the kept states lie: the scalars that the loop carries, and the
/// memory from outside that its iterations read and that changes, or that a branch around the loop has made: the reverse has it from
/// here alone. State number k is the k-th element, or part, of each buffer.
/// </summary>
internal sealed class CheckpointedState
{
    private readonly For _loop;
    private readonly ReversalContext _context;
    private readonly List<(Value Root, Value Length, Value Kept)> _memory = [];
    private readonly List<(Value Root, Value Length)> _working = [];
    private readonly List<Value> _scalars = [];
    private readonly HashSet<int> _outputs = [];

    private CheckpointedState(For loop, ReversalContext context, Value budget, Value positions)
    {
        _loop = loop;
        _context = context;
        Budget = budget;
        Positions = positions;
    }

    /// <summary>How many states can be kept.</summary>
    public Value Budget { get; }

    /// <summary>The step that each kept state stands before.</summary>
    public Value Positions { get; }

    /// <summary>Allocates the buffers before the nest; null where their sizes are not known there.</summary>
    public static CheckpointedState? Of(For loop, LoopNest nest, ReversalContext context, Scope scope)
    {
        if (nest.IsInLoop || nest.Hoist(loop.Checkpoints!) is not { } budget || loop.Initial.Any(value => value.Type is not ScalarType))
        {
            return null;
        }

        BlockBuilder prologue = nest.Prologue;
        Value positions = NewBuffer(loop.Induction.Type, Name(loop.Induction), budget, prologue, scope);
        var state = new CheckpointedState(loop, context, budget, positions);
        foreach (Value carried in loop.Initial)
        {
            state._scalars.Add(NewBuffer(carried.Type, Name(carried), budget, prologue, scope));
        }

        foreach (Value root in state.Roots())
        {
            if (!state.IsRead(root))
            {
                state._outputs.Add(root.Id);
            }
            else if (state.Changes(root, scope) || !context.IsAllocatedThroughout(root, scope))
            {
                if (LengthOf(root, nest, context) is not { } length)
                {
                    return null;
                }

                state._working.Add((root, length));
                if (!Privacy.IsDefinedByEachIteration(loop, root, context.Memory, context.Order))
                {
                    Value size = TapeSize.Product(prologue, budget, length);
                    state._memory.Add((root, length, NewBuffer(Buffers.ElementOf(root), Name(root), size, prologue, scope)));
                }
            }
        }

        return state;
    }

    /// <summary>Keeps the current state as number <paramref name="slot"/>.</summary>
    public void Keep(BlockBuilder builder, Value slot, Value position, IReadOnlyList<Value> carried, Func<Value, Value> memory)
    {
        builder.Append(new Store(Positions, slot, position));
        for (int i = 0; i < carried.Count; i++)
        {
            builder.Append(new Store(_scalars[i], slot, carried[i]));
        }

        foreach ((Value root, Value length, Value kept) in _memory)
        {
            builder.Append(new Copy(memory(root), Part(builder, kept, slot, length)));
        }
    }

    /// <summary>Brings back state number <paramref name="slot"/>: the carried values are returned, memory is overwritten.</summary>
    public Value[] Restore(BlockBuilder builder, Value slot, Func<Value, Value> memory)
    {
        foreach ((Value root, Value length, Value kept) in _memory)
        {
            builder.Append(new Copy(Part(builder, kept, slot, length), memory(root)));
        }

        return [.. _scalars.Select((kept, i) => builder.Load(kept, slot, _loop.Body.Parameters[i].Name))];
    }

    /// <summary>Working memory for steps that run again: what the loop writes must end as the first run left it.</summary>
    public Dictionary<int, Value> WorkingCopies(BlockBuilder builder)
    {
        var copies = new Dictionary<int, Value>();
        foreach ((Value root, Value length) in _working)
        {
            copies.Add(root.Id, builder.NewBuffer(Buffers.ElementOf(root), length, zeroed: false, root.Name));
        }

        foreach (Value view in _loop.FreeValues().Where(value => value.Type is BufferType).OrderBy(value => value.Id))
        {
            Twin(view, copies, builder);
        }

        return copies;
    }

    /// <summary>Operations without those that write what the steps only write: that is there from the first run.</summary>
    public Block WithoutOutputs(Block block) => new WriteRemoval(buffer => _outputs.Contains(_context.Memory.Root(buffer).Id)).Rewrite(block);

    private Value? Twin(Value buffer, Dictionary<int, Value> copies, BlockBuilder builder)
    {
        if (copies.TryGetValue(buffer.Id, out Value? known))
        {
            return known;
        }

        if (_context.Memory.ViewOf(buffer) is not { } view || Twin(view.Buffer, copies, builder) is not { } parent)
        {
            return null;
        }

        Value twin = builder.Values.New(buffer.Type, buffer.Name);
        builder.Append(new View(twin, parent, view.Start, view.Count));
        copies.Add(buffer.Id, twin);
        return twin;
    }

    private IEnumerable<Value> Roots() => _loop.FreeValues()
        .Where(value => value.Type is BufferType)
        .OrderBy(value => value.Id)
        .Select(_context.Memory.Root)
        .Distinct();

    // A rule may read what it writes.
    private bool IsRead(Value root) =>
        _context.Memory.ReadsOf(root).Any(IsInside) || _context.Memory.WritesTo(root).Any(write => write is Call && IsInside(write));

    // By the loop itself, or by what comes after it: the steps run again after all that.
    private bool Changes(Value root, Scope scope) =>
        _context.Memory.WritesTo(root).Any(IsInside)
        || _context.Memory.ReadsOf(root).Any(read => IsInside(read) && !_context.Memory.IsUnchangedUntilEnd(read, root, scope.Extent));

    private bool IsInside(Operation operation) => _context.Order.SpanOf(_loop).Contains(_context.Order.PositionOf(operation));

    private static Value? LengthOf(Value root, LoopNest nest, ReversalContext context) =>
        context.Memory.AllocationOf(root) is not { } allocation ? nest.Prologue.Length(root)
            : nest.Hoist(allocation.Count) is { } count ? Trips.Fitting(nest.Prologue, count)
            : null;

    private static Value NewBuffer(IrType element, string name, Value count, BlockBuilder builder, Scope scope)
    {
        Value buffer = builder.Values.New(new BufferType(element, BufferKind.Span), name);
        builder.Append(new Allocate(buffer, count, scope.TapeStorage, Zeroed: false));
        return buffer;
    }

    private static Value Part(BlockBuilder builder, Value kept, Value slot, Value length)
    {
        Value part = builder.Values.New(kept.Type);
        builder.Append(new View(part, kept, builder.Multiply(slot, length), length));
        return part;
    }

    private static string Name(Value value) => value.Name is null ? "kept" : "kept" + Naming.Pascal(value.Name);
}

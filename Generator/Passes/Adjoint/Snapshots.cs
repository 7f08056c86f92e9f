using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Replaces the saving of loaded values one by one by snapshots: where an inner loop reads a buffer that it does not write, the
/// whole buffer is copied once before that loop, and both sweeps read the copy. Inside a counted loop the copies of all iterations
/// lie one after the other.
/// </summary>
internal sealed class Snapshots : Rewriter
{
    private readonly ValueSource _values;
    private readonly Memory _memory;
    private readonly Dictionary<Operation, List<Value>> _frozenBefore = new(ByReference.Comparer);
    private readonly Dictionary<Operation, List<(Operation Reader, Value Root)>> _historiesOf = new(ByReference.Comparer);
    private readonly Dictionary<(Operation Reader, int Root), Value> _histories = [];
    private readonly Dictionary<Operation, List<Allocate>> _lengthened = new(ByReference.Comparer);
    private readonly Dictionary<Operation, Operation> _owners = new(ByReference.Comparer);

    private Snapshots(ValueSource values, Memory memory, Block body)
    {
        _values = values;
        _memory = memory;
        NoteOwners(body, null);
    }

    /// <summary>The body with snapshots for the loads that the tape would hold; null where none helps.</summary>
    public static Block? Run(Block body, ReversalContext context)
    {
        var pass = new Snapshots(context.Values, context.Memory, body);
        bool helps = false;
        foreach (Load load in context.SavedLoads.OfType<Load>().OrderBy(context.Order.PositionOf))
        {
            helps |= pass.Plan(load, context);
        }

        return helps ? pass.Rewrite(body) : null;
    }

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    private void NoteOwners(Block block, Operation? owner)
    {
        foreach (Operation operation in block.Operations)
        {
            if (owner is not null)
            {
                _owners[operation] = owner;
            }

            foreach (Block region in operation.Regions)
            {
                NoteOwners(region, operation);
            }
        }
    }

    private Operation? OwnerOf(Operation operation) => _owners.TryGetValue(operation, out Operation? owner) ? owner : null;

    private bool Plan(Load load, ReversalContext context)
    {
        Value root = _memory.Root(load.Buffer);
        if (_memory.AllocationOf(root) is { IsHistory: true } history)
        {
            return PlanLonger(history, context);
        }

        Operation? reader = null;
        for (Operation? owner = OwnerOf(load); owner is not null && !context.JointLoops.Contains(owner) && !Changes(owner, root, context); owner = OwnerOf(owner))
        {
            reader = owner;
        }

        Operation? around = reader is null ? null : OwnerOf(reader);
        if (reader is not (For or While) || around is While || !IsOutside(root, around, context))
        {
            return false;
        }

        Note(reader, root, around is For loop && !context.JointLoops.Contains(around) ? loop : null);
        return true;
    }

    private void Note(Operation reader, Value root, For? loop)
    {
        if (!_frozenBefore.TryGetValue(reader, out List<Value>? frozen))
        {
            _frozenBefore.Add(reader, frozen = []);
        }

        if (frozen.Contains(root))
        {
            return;
        }

        frozen.Add(root);
        if (loop is not null)
        {
            if (!_historiesOf.TryGetValue(loop, out List<(Operation, Value)>? histories))
            {
                _historiesOf.Add(loop, histories = []);
            }

            histories.Add((reader, root));
        }
    }

    /// <summary>A history that is itself allocated in a loop gets one part per iteration of that loop.</summary>
    private bool PlanLonger(Allocate history, ReversalContext context)
    {
        if (OwnerOf(history) is not For loop || context.JointLoops.Contains(loop))
        {
            return false;
        }

        if (!_lengthened.TryGetValue(loop, out List<Allocate>? list))
        {
            _lengthened.Add(loop, list = []);
        }

        if (!list.Contains(history))
        {
            list.Add(history);
        }

        return true;
    }

    // What is made inside is not there before.
    private bool Changes(Operation owner, Value root, ReversalContext context)
    {
        Analysis.Span span = context.Order.SpanOf(owner);
        IEnumerable<Operation> changes = _memory.AllocationOf(root) is { } allocation ? _memory.WritesTo(root).Append(allocation) : _memory.WritesTo(root);
        return changes.Any(change => span.Contains(context.Order.PositionOf(change)));
    }

    // The size of the copies must be known before the loop around.
    private bool IsOutside(Value root, Operation? around, ReversalContext context) =>
        around is null || _memory.AllocationOf(root) is not { } allocation
        || !context.Order.SpanOf(around).Contains(context.Order.PositionOf(allocation));

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        var before = new BlockBuilder(_values);
        if (_historiesOf.TryGetValue(operation, out List<(Operation Reader, Value Root)>? histories))
        {
            var loop = (For)operation;
            foreach ((Operation reader, Value root) in histories)
            {
                Value size = TapeSize.Product(before, Trips.Count(before, loop.Start, loop.End, loop.Step), before.Length(root));
                _histories[(reader, root.Id)] = NewHistory(root, size, before);
            }
        }

        if (operation is For longer && _lengthened.TryGetValue(operation, out List<Allocate>? parts))
        {
            operation = Lengthen(longer, parts, before);
        }

        if (_frozenBefore.TryGetValue(operation, out List<Value>? roots))
        {
            Dictionary<int, Value> copies = roots.ToDictionary(root => root.Id, root => Freeze(operation, root, before));
            target.AddRange(before.Operations);
            target.Add(new Redirection(copies, _memory, _values).Apply(Rebuild(operation)));
            return;
        }

        target.AddRange(before.Operations);
        target.Add(Rebuild(operation));
    }

    private Value NewHistory(Value root, Value size, BlockBuilder builder)
    {
        var type = new BufferType(((BufferType)root.Type).Element, BufferKind.Span);
        Value history = _values.New(type, root.Name is null ? "tape" : Naming.Tape(root.Name));
        builder.Append(new Allocate(history, size, Storage.Local, Zeroed: false, IsHistory: true));
        return history;
    }

    private Value Freeze(Operation reader, Value root, BlockBuilder builder)
    {
        Value length = builder.Length(root);
        Value copy;
        if (_histories.TryGetValue((reader, root.Id), out Value? history))
        {
            Value start = builder.Multiply(Trips.Ordinal(builder, (For)OwnerOf(reader)!), length);
            copy = _values.New(history.Type, root.Name);
            builder.Append(new View(copy, history, start, length));
        }
        else
        {
            copy = NewHistory(root, length, builder);
        }

        builder.Append(new Freeze(root, copy));
        return copy;
    }

    private For Lengthen(For loop, List<Allocate> parts, BlockBuilder before)
    {
        Dictionary<int, Operation> inside = loop.Body.Operations.SelectMany(operation => operation.Results.Select(result => (result.Id, operation)))
            .ToDictionary(pair => pair.Id, pair => pair.operation);
        foreach (Value parameter in loop.Body.Parameters.Append(loop.Induction))
        {
            inside[parameter.Id] = loop;
        }

        var hoisting = new Hoisting(inside, before);
        var operations = new List<Operation>();
        foreach (Operation operation in loop.Body.Operations)
        {
            if (operation is Allocate part && parts.Contains(part) && hoisting.Hoist(part.Count) is { } count)
            {
                Value size = TapeSize.Product(before, Trips.Count(before, loop.Start, loop.End, loop.Step), count);
                Value whole = _values.New(part.Result.Type, part.Result.Name);
                before.Append(part with { Result = whole, Count = size });
                var view = new BlockBuilder(_values);
                Value length = Trips.Fitting(view, part.Count);
                Value start = view.Multiply(Trips.Ordinal(view, loop), length);
                view.Append(new View(part.Result, whole, start, length));
                operations.AddRange(view.Operations);
            }
            else
            {
                operations.Add(operation);
            }
        }

        return loop with { Body = loop.Body with { Operations = [.. operations] } };
    }

    /// <summary>Makes the loads of a region read frozen copies.</summary>
    private sealed class Redirection(Dictionary<int, Value> copies, Memory memory, ValueSource values) : Rewriter
    {
        public Operation Apply(Operation operation) => Rebuild(operation);

        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        protected override void Rewrite(Operation operation, List<Operation> target)
        {
            if (operation is Load load && copies.ContainsKey(memory.Root(load.Buffer).Id))
            {
                target.Add(load with { Buffer = Copy(load.Buffer, target) });
                return;
            }

            base.Rewrite(operation, target);
        }

        private Value Copy(Value buffer, List<Operation> target)
        {
            if (copies.TryGetValue(buffer.Id, out Value? copy))
            {
                return copy;
            }

            View view = memory.ViewOf(buffer)!;
            Value parent = Copy(view.Buffer, target);
            if (view.Start is null)
            {
                return parent;
            }

            Value twin = values.New(parent.Type, buffer.Name);
            target.Add(new View(twin, parent, view.Start, view.Count));
            return twin;
        }
    }
}

/// <summary>
/// What only reverse mode looks at is of no use once derivatives have been taken: freezes become the copies that they are, and
/// loops lose their budgets.
/// </summary>
internal static class FrozenCopies
{
    public static Block Lower(Block block) => new Lowering().Rewrite(block);

    private sealed class Lowering : Rewriter
    {
        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        protected override void Rewrite(Operation operation, List<Operation> target) => target.Add(operation switch
        {
            Freeze freeze => new Copy(freeze.Source, freeze.Target),
            For { Checkpoints: not null } loop => Rebuild(loop with { Checkpoints = null }),
            _ => Rebuild(operation),
        });
    }
}

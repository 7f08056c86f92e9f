namespace StaticAd.Generator.Ir;

/// <summary>
/// Rebuilds operations with their operands replaced and their results renewed. The one place that knows how each operation is
/// put together, so that a pass only says what changes.
/// </summary>
internal abstract class Rewriter
{
    /// <summary>What stands for a value that is used.</summary>
    protected abstract Value Use(Value value);

    /// <summary>What stands for a value that is defined here.</summary>
    protected abstract Value Define(Value value);

    public virtual Block Rewrite(Block block)
    {
        EquatableArray<Value> parameters = DefineAll(block.Parameters);
        var operations = new List<Operation>(block.Operations.Count);
        foreach (Operation operation in block.Operations)
        {
            Rewrite(operation, operations);
        }

        return new Block(parameters, operations.ToEquatableArray(), UseAll(block.Yields));
    }

    /// <summary>Appends what replaces <paramref name="operation"/>.</summary>
    protected virtual void Rewrite(Operation operation, List<Operation> target) => target.Add(Rebuild(operation));

    protected Operation Rebuild(Operation operation) => operation switch
    {
        If or For or While => RebuildRegion(operation),
        Allocate allocate => RebuildAllocate(allocate),
        Constant constant => constant with { Result = Define(constant.Result) },
        Symbol symbol => symbol with { Result = Define(symbol.Result) },
        Compute compute => RebuildCompute(compute),
        Length length => RebuildLength(length),
        View view => RebuildView(view),
        Load load => RebuildLoad(load),
        Call call => RebuildCall(call),
        _ => RebuildEffect(operation),
    };

    protected EquatableArray<Value> UseAll(EquatableArray<Value> values) => values.Select(Use).ToEquatableArray();

    protected EquatableArray<Value> DefineAll(EquatableArray<Value> values) => values.Select(Define).ToEquatableArray();

    private Operation RebuildEffect(Operation operation) => operation switch
    {
        Store store => new Store(Use(store.Buffer), Use(store.Index), Use(store.Stored)),
        Accumulate add => new Accumulate(Use(add.Buffer), Use(add.Index), Use(add.Addend)),
        Copy copy => new Copy(Use(copy.Source), Use(copy.Destination)),
        Fill fill => fill with { Buffer = Use(fill.Buffer), Stored = Use(fill.Stored) },
        Freeze freeze => new Freeze(Use(freeze.Source), Use(freeze.Target)),
        AllocateStack stack => stack with { Result = Define(stack.Result) },
        Push push => new Push(Use(push.Stack), Use(push.Pushed)),
        Pop pop => RebuildPop(pop),
        Keep keep => new Keep(Use(keep.Kept)),
        Throw @throw => @throw with { Arguments = UseAll(@throw.Arguments) },
        Recall recall => new Recall(Define(recall.Result)),
        _ => throw new InvalidOperationException($"No rewrite for {operation.GetType().Name}."),
    };

    // Operands are replaced before results are defined: a definition may reuse the name of what it reads.
    private Operation RebuildCompute(Compute compute)
    {
        EquatableArray<Value> arguments = UseAll(compute.Arguments);
        return compute with { Arguments = arguments, Result = Define(compute.Result) };
    }

    private Operation RebuildAllocate(Allocate allocate)
    {
        Value count = Use(allocate.Count);
        return allocate with { Count = count, Result = Define(allocate.Result) };
    }

    private Operation RebuildLength(Length length)
    {
        Value buffer = Use(length.Buffer);
        return length with { Result = Define(length.Result), Buffer = buffer };
    }

    private Operation RebuildView(View view)
    {
        Value buffer = Use(view.Buffer);
        Value? start = view.Start is null ? null : Use(view.Start);
        Value? count = view.Count is null ? null : Use(view.Count);
        return new View(Define(view.Result), buffer, start, count);
    }

    private Operation RebuildLoad(Load load)
    {
        Value buffer = Use(load.Buffer), index = Use(load.Index);
        return new Load(Define(load.Result), buffer, index);
    }

    private Operation RebuildPop(Pop pop)
    {
        Value stack = Use(pop.Stack);
        return new Pop(Define(pop.Result), stack);
    }

    private Operation RebuildCall(Call call)
    {
        EquatableArray<Value> arguments = UseAll(call.Arguments);
        return call with { Arguments = arguments, Outputs = DefineAll(call.Outputs) };
    }

    private Operation RebuildRegion(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                Value condition = Use(branch.Condition);
                Block then = Rewrite(branch.Then), otherwise = Rewrite(branch.Else);
                return new If(DefineAll(branch.Outputs), condition, then, otherwise);
            case For loop:
                Value start = Use(loop.Start), end = Use(loop.End);
                Value? checkpoints = loop.Checkpoints is null ? null : Use(loop.Checkpoints);
                EquatableArray<Value> initial = UseAll(loop.Initial);
                Value induction = Define(loop.Induction);
                Block body = Rewrite(loop.Body);
                return new For(DefineAll(loop.Outputs), induction, start, end, loop.Step, initial, body, checkpoints);
            case While loop:
                EquatableArray<Value> entry = UseAll(loop.Initial);
                Block test = Rewrite(loop.Condition), step = Rewrite(loop.Body);
                return new While(DefineAll(loop.Outputs), entry, test, step);
            default:
                throw new InvalidOperationException($"No rewrite for {operation.GetType().Name}.");
        }
    }
}

/// <summary>Copies operations with fresh values for all they define; what is defined outside can be replaced.</summary>
internal sealed class Cloner(ValueSource values, IDictionary<int, Value>? replacements = null) : Rewriter
{
    private readonly Dictionary<int, Value> _map = replacements is null ? [] : new Dictionary<int, Value>(replacements);

    public Value Map(Value value) => _map.TryGetValue(value.Id, out Value? mapped) ? mapped : value;

    public void Replace(Value value, Value replacement) => _map[value.Id] = replacement;

    public Operation Clone(Operation operation) => Rebuild(operation);

    protected override Value Use(Value value) => Map(value);

    protected override Value Define(Value value)
    {
        Value fresh = values.New(value.Type, value.Name);
        _map[value.Id] = fresh;
        return fresh;
    }
}

/// <summary>Replaces uses of values; definitions stay as they are.</summary>
/// <remarks>Also the base of passes that find out on their way what stands for what.</remarks>
internal class Substitution(Dictionary<int, Value> replacements) : Rewriter
{
    protected Substitution()
        : this([])
    {
    }

    /// <summary>What stands for a value, by its id; that may be replaced as well.</summary>
    protected Dictionary<int, Value> Replacements => replacements;

    public Operation Apply(Operation operation) => Rebuild(operation);

    public Value Apply(Value value) => Use(value);

    protected sealed override Value Use(Value value)
    {
        while (replacements.TryGetValue(value.Id, out Value? replacement))
        {
            value = replacement;
        }

        return value;
    }

    protected sealed override Value Define(Value value) => value;
}

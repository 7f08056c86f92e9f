namespace StaticAd.Generator.Ir;

/// <summary>
/// Rebuilds operations with their operands replaced and their results renewed. The one place that knows how each operation is
/// put together, so that a pass only says what changes.
/// </summary>
internal abstract class Rewriter
{
    private readonly Func<Value, Value> _use;
    private readonly Func<Value, Value> _define;

    protected Rewriter()
    {
        _use = Use;
        _define = Define;
    }

    /// <summary>What stands for a value that is used.</summary>
    protected abstract Value Use(Value value);

    /// <summary>What stands for a value that is defined here.</summary>
    protected abstract Value Define(Value value);

    /// <summary>The block with what replaces its operations; the same object if nothing changes.</summary>
    public virtual Block Rewrite(Block block)
    {
        EquatableArray<Value> parameters = DefineAll(block.Parameters);
        var operations = new List<Operation>(block.Operations.Count);
        foreach (Operation operation in block.Operations)
        {
            Rewrite(operation, operations);
        }

        EquatableArray<Value> yields = UseAll(block.Yields);
        return parameters.IsSameAs(block.Parameters) && yields.IsSameAs(block.Yields) && AreSame(operations, block.Operations)
            ? block : new Block(parameters, operations.ToEquatableArray(), yields);
    }

    /// <summary>Appends what replaces <paramref name="operation"/>.</summary>
    protected virtual void Rewrite(Operation operation, List<Operation> target) => target.Add(Rebuild(operation));

    /// <summary>The operation with its values replaced; the same object if none is.</summary>
    protected Operation Rebuild(Operation operation) => operation switch
    {
        If branch => RebuildIf(branch),
        For loop => RebuildFor(loop),
        While loop => RebuildWhile(loop),
        _ => RebuildStep(operation),
    };

    protected EquatableArray<Value> UseAll(EquatableArray<Value> values) => values.Map(_use);

    protected EquatableArray<Value> DefineAll(EquatableArray<Value> values) => values.Map(_define);

    private static bool AreSame(List<Operation> rewritten, EquatableArray<Operation> operations)
    {
        if (rewritten.Count != operations.Count)
        {
            return false;
        }

        for (int i = 0; i < rewritten.Count; i++)
        {
            if (!ReferenceEquals(rewritten[i], operations[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Operands are replaced before results are defined: a definition may reuse the name of what it reads.
    private Operation RebuildStep(Operation operation)
    {
        EquatableArray<Value> operands = operation.Operands, results = operation.Results;
        EquatableArray<Value> uses = UseAll(operands), definitions = DefineAll(results);
        return uses.IsSameAs(operands) && definitions.IsSameAs(results) ? operation : With(operation, uses, definitions);
    }

    /// <summary>The operation with these operands and results, in the order in which it lists its own.</summary>
    private static Operation With(Operation operation, EquatableArray<Value> uses, EquatableArray<Value> definitions) => operation switch
    {
        Allocate allocate => allocate with { Result = definitions[0], Count = uses[0] },
        Constant constant => constant with { Result = definitions[0] },
        Symbol symbol => symbol with { Result = definitions[0] },
        Compute compute => compute with { Result = definitions[0], Arguments = uses },
        Length length => length with { Result = definitions[0], Buffer = uses[0] },
        View view => WithView(view, uses, definitions[0]),
        Load => new Load(definitions[0], uses[0], uses[1]),
        Call call => call with { Arguments = uses, Outputs = definitions },
        _ => WithEffect(operation, uses, definitions),
    };

    private static View WithView(View view, EquatableArray<Value> uses, Value result) => new(
        result, uses[0], view.Start is null ? null : uses[1], view.Count is null ? null : uses[uses.Count - 1]);

    private static Operation WithEffect(Operation operation, EquatableArray<Value> uses, EquatableArray<Value> definitions) => operation switch
    {
        Store => new Store(uses[0], uses[1], uses[2]),
        Accumulate => new Accumulate(uses[0], uses[1], uses[2]),
        Copy => new Copy(uses[0], uses[1]),
        Fill fill => fill with { Buffer = uses[0], Stored = uses[1] },
        Freeze => new Freeze(uses[0], uses[1]),
        AllocateStack stack => stack with { Result = definitions[0] },
        Push => new Push(uses[0], uses[1]),
        Pop => new Pop(definitions[0], uses[0]),
        Keep => new Keep(uses[0]),
        Throw @throw => @throw with { Arguments = uses },
        Recall => new Recall(definitions[0]),
        _ => throw new InvalidOperationException($"No rewrite for {operation.GetType().Name}."),
    };

    private If RebuildIf(If branch)
    {
        Value condition = Use(branch.Condition);
        Block then = Rewrite(branch.Then), otherwise = Rewrite(branch.Else);
        var rebuilt = new If(DefineAll(branch.Outputs), condition, then, otherwise);
        return rebuilt.HasPartsOf(branch) ? branch : rebuilt;
    }

    private For RebuildFor(For loop)
    {
        Value start = Use(loop.Start), end = Use(loop.End);
        Value? checkpoints = loop.Checkpoints is null ? null : Use(loop.Checkpoints);
        EquatableArray<Value> initial = UseAll(loop.Initial);
        Value induction = Define(loop.Induction);
        Block body = Rewrite(loop.Body);
        var rebuilt = new For(DefineAll(loop.Outputs), induction, start, end, loop.Step, initial, body, checkpoints);
        return rebuilt.HasPartsOf(loop) ? loop : rebuilt;
    }

    private While RebuildWhile(While loop)
    {
        EquatableArray<Value> initial = UseAll(loop.Initial);
        Block condition = Rewrite(loop.Condition), body = Rewrite(loop.Body);
        var rebuilt = new While(DefineAll(loop.Outputs), initial, condition, body);
        return rebuilt.HasPartsOf(loop) ? loop : rebuilt;
    }
}

/// <summary>Copies operations with fresh values for all they define; what is defined outside can be replaced.</summary>
internal sealed class Cloner(ValueSource values, IDictionary<int, Value>? replacements = null) : Rewriter
{
    private readonly Dictionary<int, Value> _map = replacements is null ? [] : new Dictionary<int, Value>(replacements);

    public Value Map(Value value) => _map.TryGetValue(value.Id, out Value? mapped) ? mapped : value;

    public void Replace(Value value, Value replacement) => _map[value.Id] = replacement;

    public Operation Clone(Operation operation) => Fresh(Rebuild(operation), operation);

    protected override void Rewrite(Operation operation, List<Operation> target) => target.Add(Fresh(Rebuild(operation), operation));

    protected override Value Use(Value value) => Map(value);

    protected override Value Define(Value value)
    {
        Value fresh = values.Copy(value);
        _map[value.Id] = fresh;
        return fresh;
    }

    // An operation without values would be the same object again, which can stand in a method but once.
    private static Operation Fresh(Operation rebuilt, Operation operation) => ReferenceEquals(rebuilt, operation) ? operation with { } : rebuilt;
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

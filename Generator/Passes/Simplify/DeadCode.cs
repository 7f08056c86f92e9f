using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>Removes operations without effect whose results are not used, and values that loops and branches carry for nobody.</summary>
internal sealed class DeadCode
{
    private readonly HashSet<int> _live = [];
    private readonly HashSet<int> _readRoots;
    private readonly Dictionary<int, Value> _parents = [];
    private readonly HashSet<int> _ownMemory = [];

    private DeadCode(Block body)
    {
        foreach (Operation operation in body.AllOperations())
        {
            if (operation is View view)
            {
                _parents[view.Result.Id] = view.Buffer;
            }
            else if (operation is Allocate { Storage: not Storage.Tape } allocate)
            {
                _ownMemory.Add(allocate.Result.Id);
            }
        }

        _readRoots = [.. body.AllOperations().SelectMany(ReadBuffers).Concat(body.Yields).Select(Root)];
    }

    public static Block Remove(Block body)
    {
        var pass = new DeadCode(body);
        return pass.Sweep(body, body.Yields, body.Parameters);
    }

    private static IEnumerable<Value> ReadBuffers(Operation operation) => operation switch
    {
        Load load => [load.Buffer],
        Copy copy => [copy.Source],
        Call call => call.Arguments,
        _ => [],
    };

    private int Root(Value buffer)
    {
        while (_parents.TryGetValue(buffer.Id, out Value? parent))
        {
            buffer = parent;
        }

        return buffer.Id;
    }

    // Memory of the method's own that nobody reads need not be written.
    private bool IsWriteForNobody(Value buffer) => _ownMemory.Contains(Root(buffer)) && !_readRoots.Contains(Root(buffer));

    private bool HasEffect(Operation operation) => HasEffectItself(operation) || operation.InnerOperations().Any(HasEffectItself);

    private bool HasEffectItself(Operation operation) => operation switch
    {
        { WrittenBuffer: { } buffer } => !IsWriteForNobody(buffer),
        Push or Pop or Keep or Recall or Call or Throw => true,
        Allocate { Storage: Storage.Tape } or AllocateStack { Storage: Storage.Tape } => true,
        _ => false,
    };

    private Block Sweep(Block block, IEnumerable<Value> yields, IEnumerable<Value> parameters)
    {
        EquatableArray<Value> kept = yields.ToEquatableArray();
        _live.UnionWith(kept.Select(value => value.Id));
        var operations = new List<Operation>();
        for (int i = block.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = block.Operations[i];
            if (!HasEffect(operation) && !operation.Results.Any(result => _live.Contains(result.Id)))
            {
                continue;
            }

            operation = SweepRegions(operation);
            _live.UnionWith(operation.Operands.Select(value => value.Id));
            operations.Add(operation);
        }

        operations.Reverse();
        return new Block(parameters.ToEquatableArray(), operations.ToEquatableArray(), kept);
    }

    private Operation SweepRegions(Operation operation) => operation switch
    {
        If branch => SweepIf(branch),
        For loop => SweepFor(loop),
        While loop => SweepWhile(loop),
        _ => operation,
    };

    private Operation SweepIf(If branch)
    {
        bool[] keep = [.. branch.Outputs.Select(IsLive)];
        _live.Add(branch.Condition.Id);
        Block then = Sweep(branch.Then, Kept(branch.Then.Yields, keep), []);
        Block otherwise = Sweep(branch.Else, Kept(branch.Else.Yields, keep), []);
        return new If(Kept(branch.Outputs, keep).ToEquatableArray(), branch.Condition, then, otherwise);
    }

    private Operation SweepFor(For loop)
    {
        bool[] keep = [.. loop.Outputs.Select(IsLive)];
        while (true)
        {
            Block body = Sweep(loop.Body, Kept(loop.Body.Yields, keep), Kept(loop.Body.Parameters, keep));
            bool[] needed = [.. loop.Body.Parameters.Select((parameter, i) => keep[i] || IsLive(parameter))];
            if (needed.SequenceEqual(keep))
            {
                return loop with
                {
                    Outputs = Kept(loop.Outputs, keep).ToEquatableArray(),
                    Initial = Kept(loop.Initial, keep).ToEquatableArray(),
                    Body = body,
                };
            }

            keep = needed;
        }
    }

    private Operation SweepWhile(While loop)
    {
        bool[] keep = [.. loop.Outputs.Select(IsLive)];
        while (true)
        {
            bool[] all = [true, .. keep];
            Block body = Sweep(loop.Body, Kept(loop.Body.Yields, keep), Kept(loop.Body.Parameters, keep));
            Block condition = Sweep(loop.Condition, Kept(loop.Condition.Yields, all), Kept(loop.Condition.Parameters, keep));
            bool[] needed = [.. keep.Select((kept, i) => kept || IsLive(loop.Body.Parameters[i]) || IsLive(loop.Condition.Parameters[i]))];
            if (needed.SequenceEqual(keep))
            {
                return new While(
                    Kept(loop.Outputs, keep).ToEquatableArray(),
                    Kept(loop.Initial, keep).ToEquatableArray(),
                    condition,
                    body);
            }

            keep = needed;
        }
    }

    private bool IsLive(Value value) => _live.Contains(value.Id);

    private static IEnumerable<Value> Kept(EquatableArray<Value> values, bool[] keep) => values.Where((_, i) => keep[i]);
}

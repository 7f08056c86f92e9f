using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Which values must not share a variable: one is defined while the other is still to be read. Found by one walk backwards
/// through the structured blocks; on the way all border copies are collected.
/// </summary>
internal sealed class Interference
{
    private readonly Dictionary<int, HashSet<int>> _neighbours = [];
    private readonly Dictionary<int, int> _loopResults = [];
    private readonly List<BorderCopy> _copies = [];
    private readonly HashSet<BorderCopy> _seenCopies = [];
    private readonly Dictionary<Operation, HashSet<int>> _readFromOutside = [];
    private readonly Folding _folding;
    private readonly Demand _demand;
    private readonly Copies _borders;
    private readonly IReadOnlyDictionary<string, Method> _callees;
    private int _depth;

    public Interference(
        Block body, MethodResults results, Folding folding, Demand demand, IReadOnlyDictionary<string, Method> callees)
    {
        _folding = folding;
        _demand = demand;
        _borders = new Copies(demand);
        _callees = callees;
        FindLoopResults(body);
        var live = new HashSet<int>();
        foreach (BorderCopy write in results.Writes)
        {
            live.Add(write.Target.Id);
        }

        CopyAtOnce(results.Writes, live);
        foreach (Value returned in results.ReadAtEnd)
        {
            Read(returned, live);
        }

        Walk(body, live);
    }

    /// <summary>In the order of the walk, each once.</summary>
    public IEnumerable<BorderCopy> BorderCopies => _copies;

    /// <summary>The id of the variable's value; the result of a loop always shares the variable that the loop carries.</summary>
    public int Canonical(Value value) => _loopResults.TryGetValue(value.Id, out int carried) ? carried : value.Id;

    public IReadOnlyCollection<int> Neighbours(int value) =>
        _neighbours.TryGetValue(value, out HashSet<int>? neighbours) ? neighbours : [];

    private void FindLoopResults(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Block? body = operation switch
            {
                For loop => loop.Body,
                While loop => loop.Body,
                _ => null,
            };
            int index = 0;
            foreach (Value result in body is null ? [] : operation.Results)
            {
                _loopResults[result.Id] = body!.Parameters[index++].Id;
            }

            foreach (Block region in operation.Regions)
            {
                FindLoopResults(region);
            }
        }
    }

    private void Walk(Block block, HashSet<int> live)
    {
        for (int i = block.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = block.Operations[i];
            if (!_folding.IsSilent(operation))
            {
                Walk(operation, live);
            }
        }
    }

    private void Walk(Operation operation, HashSet<int> live)
    {
        switch (operation)
        {
            case If branch when _folding.IsExpression(branch):
                Define([_folding.Result(branch)], live);
                (Value whenTrue, Value whenFalse) = _folding.Arms(branch);
                ReadAll([branch.Condition, whenTrue, whenFalse], live);
                break;
            case If branch:
                WalkIf(branch, live);
                break;
            case For loop:
                WalkFor(loop, live);
                break;
            case While loop:
                WalkWhile(loop, live);
                break;
            case Call call:
                WalkCall(call, live);
                break;
            default:
                Define(operation.Results, live);
                ReadAll(operation.Operands, live);
                break;
        }
    }

    private void WalkIf(If branch, HashSet<int> live)
    {
        var otherwise = new HashSet<int>(live);
        CopyAtOnce(_borders.OutOf(branch, branch.Then, _depth), live);
        Walk(branch.Then, live);
        CopyAtOnce(_borders.OutOf(branch, branch.Else, _depth), otherwise);
        Walk(branch.Else, otherwise);
        live.UnionWith(otherwise);
        Read(branch.Condition, live);
    }

    private void WalkFor(For loop, HashSet<int> live)
    {
        Read(loop.End, live);
        live.Add(loop.Induction.Id);
        AddNeeded(loop.Body.Parameters, live);
        _depth++;
        HashSet<int> before = Remembered(loop, live);
        // Once more with what the first iteration reads, if that is news: the next one reads it too.
        int known;
        do
        {
            known = live.Count;
            var inside = new HashSet<int>(live);
            CopyAtOnce(_borders.NextIteration(loop, _depth), inside);
            Walk(loop.Body, inside);
            live.UnionWith(inside);
        }
        while (live.Count > known);

        Remember(loop, live, before);
        _depth--;
        live.Remove(loop.Induction.Id);
        Read(loop.Start, live);
        CopyAtOnce(_borders.IntoLoop(loop, _depth), live);
    }

    private void WalkWhile(While loop, HashSet<int> live)
    {
        var around = new HashSet<int>(live);
        around.ExceptWith(loop.Body.Parameters.Select(parameter => parameter.Id));
        AddNeeded(loop.Condition.Parameters, around);
        _depth++;
        HashSet<int> before = Remembered(loop, around);
        int known;
        do
        {
            known = around.Count;
            var inside = new HashSet<int>(around);
            CopyAtOnce(_borders.NextIteration(loop, _depth), inside);
            Walk(loop.Body, inside);
            inside.UnionWith(live);
            AddNeeded(loop.Body.Parameters, inside);
            Read(loop.Condition.Yields[0], inside);
            CopyAtOnce(_borders.IntoBody(loop, _depth), inside);
            Walk(loop.Condition, inside);
            around.UnionWith(inside);
        }
        while (around.Count > known);

        Remember(loop, around, before);
        _depth--;
        live.Clear();
        live.UnionWith(around);
        CopyAtOnce(_borders.IntoLoop(loop, _depth), live);
    }

    /// <summary>Adds what an earlier walk, of the loop around this one, found that this one reads; returns what was live without that.</summary>
    private HashSet<int> Remembered(Operation loop, HashSet<int> live)
    {
        var before = new HashSet<int>(live);
        if (_readFromOutside.TryGetValue(loop, out HashSet<int> read))
        {
            live.UnionWith(read);
        }

        return before;
    }

    private void Remember(Operation loop, HashSet<int> live, HashSet<int> before)
    {
        if (!_readFromOutside.ContainsKey(loop))
        {
            var read = new HashSet<int>(live);
            read.ExceptWith(before);
            _readFromOutside.Add(loop, read);
        }
    }

    // ref arguments: the variable of the output first takes the input's value, then the call changes it.
    private void WalkCall(Call call, HashSet<int> live)
    {
        CallOutputs parts = CallOutputs.Of(call, _callees[call.Callee]);
        var byReference = new HashSet<int>(live);
        foreach (CallArgument argument in parts.Arguments)
        {
            if (argument.Passing == Passing.In)
            {
                Read(argument.Input!, byReference);
            }
        }

        Define(call.Outputs.Where(_demand.Needs), byReference);
        Define(call.Outputs.Where(_demand.Needs), live);
        foreach (CallArgument argument in parts.Arguments)
        {
            if (argument is { Passing: not Passing.Ref, Input: not null })
            {
                Read(argument.Input, live);
            }
        }

        CopyAtOnce([.. parts.References.Select(reference => new BorderCopy(reference.Output, reference.Input, _depth))], live);
    }

    private void Define(IEnumerable<Value> results, HashSet<int> live)
    {
        int[] defined = [.. results.Where(_demand.Needs).Select(Canonical)];
        if (defined.Length == 0)
        {
            return;
        }

        live.UnionWith(defined);
        foreach (int result in defined)
        {
            foreach (int other in live)
            {
                Separate(result, other);
            }
        }

        live.ExceptWith(defined);
    }

    private void CopyAtOnce(IReadOnlyList<BorderCopy> copies, HashSet<int> live)
    {
        var targets = new HashSet<int>(copies.Select(copy => Canonical(copy.Target)));
        live.UnionWith(targets);
        foreach (BorderCopy copy in copies)
        {
            if (_seenCopies.Add(copy))
            {
                _copies.Add(copy);
            }

            int target = Canonical(copy.Target);
            // Source and target hold the same value after the copy, unless the source is overwritten by it too.
            int same = _folding.IsFolded(copy.Source) ? -1 : Canonical(copy.Source);
            foreach (int other in live)
            {
                if (other != same || targets.Contains(other))
                {
                    Separate(target, other);
                }
            }
        }

        live.ExceptWith(targets);
        ReadAll(copies.Select(copy => copy.Source), live);
    }

    private void Separate(int left, int right)
    {
        if (left != right)
        {
            Neighbourhood(left).Add(right);
            Neighbourhood(right).Add(left);
        }
    }

    private HashSet<int> Neighbourhood(int value)
    {
        if (!_neighbours.TryGetValue(value, out HashSet<int>? neighbours))
        {
            _neighbours.Add(value, neighbours = []);
        }

        return neighbours;
    }

    private void ReadAll(IEnumerable<Value> values, HashSet<int> live)
    {
        foreach (Value value in values)
        {
            Read(value, live);
        }
    }

    private void Read(Value value, HashSet<int> live)
    {
        foreach (Value leaf in _folding.Leaves(value))
        {
            live.Add(Canonical(leaf));
        }
    }

    private void AddNeeded(IEnumerable<Value> values, HashSet<int> live)
    {
        foreach (Value value in values.Where(_demand.Needs))
        {
            live.Add(value.Id);
        }
    }
}

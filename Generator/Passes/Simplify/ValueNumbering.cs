using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>Computes each pure value once per scope, folds identities, and forwards what memory is known to hold.</summary>
internal sealed class ValueNumbering(ValueSource values) : Substitution
{
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly Stack<List<Key>> _scopes = new();
    private readonly Dictionary<Key, Value> _known = [];
    private readonly KnownMemory _memory = new();

    public override Block Rewrite(Block block)
    {
        _scopes.Push([]);
        _memory.EnterBlock();
        Block result = base.Rewrite(block);
        _memory.LeaveBlock();
        foreach (Key key in _scopes.Pop())
        {
            _known.Remove(key);
        }

        return result;
    }

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case For loop:
                DropInvariantCarries(loop);
                RewriteRegion(operation, target);
                break;
            case If or While:
                RewriteRegion(operation, target);
                break;
            default:
                RewriteStep(Rebuild(operation), target);
                break;
        }
    }

    private void RewriteStep(Operation operation, List<Operation> target)
    {
        var folding = new Folding(values, _definitions);
        operation = folding.Fold(operation, out Value? same);
        foreach (Operation helper in folding.Helpers)
        {
            Number(Rebuild(helper), target);
        }

        operation = Rebuild(operation);

        if (same is not null)
        {
            Value replaced = operation.Results.Single();
            Replacements[replaced.Id] = Use(same);
            _memory.Alias(replaced, Use(same));
            return;
        }

        if (operation is Load load && _memory.Find(load) is { } held)
        {
            Replacements[load.Result.Id] = held;
            return;
        }

        Number(operation, target);
        _memory.Note(operation);
    }

    private void Number(Operation operation, List<Operation> target)
    {
        if (Key.Of(operation) is { } key)
        {
            Value result = operation.Results.Single();
            if (_known.TryGetValue(key, out Value? known))
            {
                Replacements[result.Id] = known;
                return;
            }

            _known.Add(key, result);
            _scopes.Peek().Add(key);
            _definitions[result.Id] = operation;
        }

        target.Add(operation);
    }

    private void RewriteRegion(Operation operation, List<Operation> target)
    {
        _memory.ForgetWrites(operation);
        Operation rebuilt = operation is If undecided ? RewriteArms(undecided) : Rebuild(operation);
        if (rebuilt is If branch && Decided(branch) is { } taken)
        {
            // The chosen region's values move to this scope; they were numbered in a scope of their own and stay unique.
            target.AddRange(taken.Operations);
            Replace(branch.Outputs, taken.Yields);
            return;
        }

        if (rebuilt is While loop && Verdict(loop.Condition.Yields[0]) == false)
        {
            RunTestOnce(loop, target);
            return;
        }

        if (rebuilt is If { } merge)
        {
            ReplaceEqualYields(merge);
        }

        target.Add(rebuilt);
    }

    /// <summary>In each arm the condition is known.</summary>
    private If RewriteArms(If branch)
    {
        Value condition = Use(branch.Condition);
        if (_definitions.TryGetValue(condition.Id, out Operation? definition) && definition is Constant)
        {
            return (If)Rebuild(branch);
        }

        Block then = RewriteArm(branch.Then, condition, 1), otherwise = RewriteArm(branch.Else, condition, 0);
        return new If(branch.Outputs, condition, then, otherwise);
    }

    private Block RewriteArm(Block arm, Value condition, double verdict)
    {
        if (!arm.FreeValues().Any(free => Use(free).Equals(condition)))
        {
            return Rewrite(arm);
        }

        Value known = values.New(IrType.Bool);
        Replacements[condition.Id] = known;
        Block rewritten = Rewrite(arm with { Operations = [new Constant(known, verdict, null), .. arm.Operations] });
        Replacements.Remove(condition.Id);
        return rewritten;
    }

    private Block? Decided(If branch) => Verdict(branch.Condition) is { } verdict ? verdict ? branch.Then : branch.Else : null;

    private bool? Verdict(Value condition) => _definitions.TryGetValue(condition.Id, out Operation? definition) && definition is Constant constant
        ? constant.Number != 0
        : null;

    /// <summary>A loop whose condition is false does no more than to find that out.</summary>
    private void RunTestOnce(While loop, List<Operation> target)
    {
        Replace(loop.Condition.Parameters, loop.Initial);
        target.AddRange(loop.Condition.Operations.Select(Rebuild));
        Replace(loop.Outputs, [.. loop.Condition.Yields.Skip(1).Select(Use)]);
    }

    /// <summary>What both arms yield, and what is true in one and false in the other, is no choice.</summary>
    private void ReplaceEqualYields(If branch)
    {
        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            Value then = branch.Then.Yields[i], otherwise = branch.Else.Yields[i];
            if (then.Equals(otherwise))
            {
                Replacements[branch.Outputs[i].Id] = then;
            }
            else if (then.Type == IrType.Bool && Verdict(then) == true && Verdict(otherwise) == false)
            {
                Replacements[branch.Outputs[i].Id] = branch.Condition;
            }
        }
    }

    /// <summary>What starts as one value and only ever changes places is that value throughout.</summary>
    private void DropInvariantCarries(For loop)
    {
        foreach (IGrouping<int, int> alike in Enumerable.Range(0, loop.Initial.Count).GroupBy(i => Use(loop.Initial[i]).Id))
        {
            List<int> unchanged = [.. alike];
            bool Stays(Value yield) => yield.Id == alike.Key || unchanged.Any(i => loop.Body.Parameters[i].Equals(yield));
            while (unchanged.RemoveAll(i => !Stays(Use(loop.Body.Yields[i]))) > 0)
            {
            }

            foreach (int i in unchanged)
            {
                Replacements[loop.Body.Parameters[i].Id] = Use(loop.Initial[i]);
                Replacements[loop.Outputs[i].Id] = Use(loop.Initial[i]);
            }
        }
    }

    private void Replace(EquatableArray<Value> from, EquatableArray<Value> to)
    {
        for (int i = 0; i < from.Count; i++)
        {
            Replacements[from[i].Id] = to[i];
        }
    }
}

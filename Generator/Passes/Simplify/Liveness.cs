using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Which values somebody needs: the yields of the body, what operations with an effect read, and what these values are made from. Each
/// value is looked at once, however deep the loops are.
/// </summary>
internal sealed class Liveness
{
    private readonly Effectfulness _effects;
    private readonly HashSet<int> _live = [];
    private readonly Stack<int> _pending = new();

    // What a value is made from: operands, or for what a region hands on or carries, its yields in that place.
    private readonly Dictionary<int, EquatableArray<Value>> _sources = [];

    public Liveness(Block body, Effectfulness effects)
    {
        _effects = effects;
        Visit(body);
        Need(body.Yields);
        while (_pending.Count > 0)
        {
            if (_sources.TryGetValue(_pending.Pop(), out EquatableArray<Value> sources))
            {
                Need(sources);
            }
        }
    }

    public bool IsLive(Value value) => _live.Contains(value.Id);

    private void Need(EquatableArray<Value> values)
    {
        foreach (Value value in values)
        {
            if (_live.Add(value.Id))
            {
                _pending.Push(value.Id);
            }
        }
    }

    private void Visit(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Visit(operation);
            foreach (Block region in operation.Regions)
            {
                Visit(region);
            }
        }
    }

    private void Visit(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                VisitIf(branch);
                break;
            case For loop:
                Carry(loop.Outputs, i => [loop.Outputs[i], loop.Body.Parameters[i]], i => [loop.Initial[i], loop.Body.Yields[i]], Bounds(loop));
                break;
            case While loop:
                Carry(
                    loop.Outputs,
                    i => [loop.Outputs[i], loop.Body.Parameters[i], loop.Condition.Parameters[i]],
                    i => [loop.Initial[i], loop.Body.Yields[i], loop.Condition.Yields[i + 1]],
                    [loop.Condition.Yields[0]]);
                break;
            default:
                VisitStep(operation);
                return;
        }

        if (_effects.Has(operation))
        {
            Need(operation switch
            {
                If branch => [branch.Condition],
                For loop => Bounds(loop),
                _ => [((While)operation).Condition.Yields[0]],
            });
        }
    }

    private static EquatableArray<Value> Bounds(For loop) =>
        loop.Checkpoints is null ? [loop.Start, loop.End] : [loop.Start, loop.End, loop.Checkpoints];

    private void VisitStep(Operation operation)
    {
        EquatableArray<Value> operands = operation.Operands;
        if (_effects.Has(operation))
        {
            Need(operands);
        }

        foreach (Value result in operation.Results)
        {
            _sources[result.Id] = operands;
        }
    }

    private void VisitIf(If branch)
    {
        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            _sources[branch.Outputs[i].Id] = [branch.Condition, branch.Then.Yields[i], branch.Else.Yields[i]];
        }
    }

    /// <summary>What is carried in one place is carried whole: if one of its values is needed, so is what it starts from and goes on with.</summary>
    private void Carry(
        EquatableArray<Value> outputs, Func<int, EquatableArray<Value>> carried, Func<int, EquatableArray<Value>> sources, EquatableArray<Value> control)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            EquatableArray<Value> needed = [.. carried(i), .. sources(i), .. control];
            foreach (Value value in carried(i))
            {
                _sources[value.Id] = needed;
            }
        }
    }
}

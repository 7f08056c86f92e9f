using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Finds the values that reach an effect or a yield of the method; the others get no C#.</summary>
internal sealed class Demand
{
    private readonly Dictionary<int, List<Value>> _sources = [];
    private readonly HashSet<int> _needed = [];
    private readonly HashSet<Operation> _mustRun = new(ByReference.Comparer);
    private readonly Stack<Value> _pending = new();
    private readonly IReadOnlyDictionary<string, Method> _callees;

    public Demand(Block body, IReadOnlyDictionary<string, Method> callees)
    {
        _callees = callees;
        Effects.AddThoseThatMustRun(body, _mustRun);
        Visit(body);
        Require(body.Yields);
        while (_pending.Count > 0)
        {
            if (_sources.TryGetValue(_pending.Pop().Id, out List<Value>? sources))
            {
                Require(sources);
            }
        }
    }

    public bool Needs(Value value) => _needed.Contains(value.Id);

    public bool Needs(Operation operation) => MustRun(operation) || NeedsAny(operation.Results);

    /// <summary>Whether the operation must stay where it is even if nobody reads its results.</summary>
    public bool MustRun(Operation operation) => _mustRun.Contains(operation);

    private bool NeedsAny(EquatableArray<Value> values)
    {
        foreach (Value value in values)
        {
            if (Needs(value))
            {
                return true;
            }
        }

        return false;
    }

    private void Require(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            if (_needed.Add(value.Id))
            {
                _pending.Push(value);
            }
        }
    }

    private void Depends(Value value, params Value[] sources)
    {
        if (!_sources.TryGetValue(value.Id, out List<Value>? list))
        {
            _sources.Add(value.Id, list = []);
        }

        list.AddRange(sources);
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
                VisitFor(loop);
                break;
            case While loop:
                VisitWhile(loop);
                break;
            case Call call:
                Require(call.Operands);
                Require(CallOutputs.Of(call, _callees[call.Callee]).References.Select(reference => reference.Output));
                break;
            default:
                VisitSimple(operation);
                break;
        }
    }

    private void VisitSimple(Operation operation)
    {
        if (MustRun(operation))
        {
            Require(operation.Operands);
        }

        foreach (Value result in operation.Results)
        {
            Depends(result, [.. operation.Operands]);
        }
    }

    private void VisitIf(If branch)
    {
        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            Depends(branch.Outputs[i], branch.Condition, branch.Then.Yields[i], branch.Else.Yields[i]);
        }

        if (MustRun(branch))
        {
            Require([branch.Condition]);
        }
    }

    private void VisitFor(For loop)
    {
        for (int i = 0; i < loop.Outputs.Count; i++)
        {
            Depends(loop.Outputs[i], loop.Body.Parameters[i]);
            Depends(loop.Body.Parameters[i], loop.Start, loop.End, loop.Initial[i], loop.Body.Yields[i]);
        }

        if (MustRun(loop))
        {
            Require([loop.Start, loop.End]);
        }
    }

    private void VisitWhile(While loop)
    {
        Value condition = loop.Condition.Yields[0];
        for (int i = 0; i < loop.Outputs.Count; i++)
        {
            Value entering = loop.Body.Parameters[i], carried = loop.Condition.Parameters[i];
            Depends(loop.Outputs[i], condition, entering);
            Depends(entering, condition, loop.Condition.Yields[i + 1]);
            Depends(carried, condition, loop.Initial[i], loop.Body.Yields[i]);
        }

        if (MustRun(loop))
        {
            Require([condition]);
        }
    }
}

using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>What is followed from value to value.</summary>
internal enum Dependence
{
    /// <summary>Derivatives: not through what is constant between jumps, and only through floating-point numbers.</summary>
    OfDerivatives,

    /// <summary>Whatever a number is computed of; not what decides which path is taken or which element is read.</summary>
    OfNumbers,
}

/// <summary>
/// Which values carry a derivative: those that depend on an active input (varied) and on which an active output depends
/// (useful). Memory is judged whole, by its root.
/// </summary>
internal sealed class Activity
{
    private readonly HashSet<int> _varied = [];
    private readonly HashSet<int> _useful = [];
    private readonly Memory _memory;
    private readonly CallGraph _calls;
    private readonly HashSet<int> _passive;
    private readonly Dependence _followed;
    private bool _changed;

    /// <param name="passive">Memory that holds no active values, whatever is stored in it.</param>
    public Activity(
        Block body, Memory memory, CallGraph calls, IEnumerable<Value> inputs, IEnumerable<Value> outputs, IEnumerable<int>? passive = null,
        Dependence followed = Dependence.OfDerivatives)
    {
        _followed = followed;
        _passive = [.. passive ?? []];
        _memory = memory;
        _calls = calls;
        _varied.UnionWith(inputs.Select(value => value.Id));
        Repeat(() => Forward(body));
        _useful.UnionWith(outputs.Select(value => value.Id));
        Repeat(() => Backward(body));
    }

    public bool IsActive(Value value)
    {
        int id = value.Type is BufferType ? _memory.DerivativeRoot(value).Id : value.Id;
        return value.Type.IsDifferentiable && _varied.Contains(id) && _useful.Contains(id);
    }

    private void Repeat(Action sweep)
    {
        do
        {
            _changed = false;
            sweep();
        }
        while (_changed);
    }

    /// <summary>Whether a value depends on an active input.</summary>
    public bool IsVaried(Value value) => _varied.Contains(Id(value));

    /// <summary>Whether an active output depends on a value.</summary>
    public bool IsUseful(Value value) => _useful.Contains(Id(value));

    private int Id(Value value) => value.Type is BufferType ? _memory.DerivativeRoot(value).Id : value.Id;

    private void Mark(HashSet<int> set, Value value)
    {
        if ((_followed == Dependence.OfNumbers || value.Type.IsDifferentiable) && !_passive.Contains(Id(value)) && set.Add(Id(value)))
        {
            _changed = true;
        }
    }

    // Marks each target whose source at the same place is marked.
    private void Flow(HashSet<int> set, IEnumerable<Value> sources, IEnumerable<Value> targets)
    {
        foreach ((Value source, Value target) in sources.Zip(targets, (s, t) => (s, t)))
        {
            if (set.Contains(Id(source)))
            {
                Mark(set, target);
            }
        }
    }

    private void Forward(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Forward(operation);
        }
    }

    private void Forward(Operation operation)
    {
        switch (operation)
        {
            case Compute compute when Followed(compute).Any(IsVaried):
                Mark(_varied, compute.Result);
                break;
            case Push push when IsVaried(push.Pushed):
                Mark(_varied, push.Stack);
                break;
            case Pop pop when IsVaried(pop.Stack):
                Mark(_varied, pop.Result);
                break;
            case Load load when IsVaried(load.Buffer):
                Mark(_varied, load.Result);
                break;
            case Store store when IsVaried(store.Stored):
                Mark(_varied, store.Buffer);
                break;
            case Accumulate accumulate when IsVaried(accumulate.Addend):
                Mark(_varied, accumulate.Buffer);
                break;
            case Fill fill when IsVaried(fill.Stored):
                Mark(_varied, fill.Buffer);
                break;
            case Copy copy when IsVaried(copy.Source):
                Mark(_varied, copy.Destination);
                break;
            case Call call:
                ForwardCall(call);
                break;
            default:
                ForwardRegions(operation);
                break;
        }
    }

    private void ForwardRegions(Operation operation)
    {
        foreach (Block region in operation.Regions)
        {
            Forward(region);
        }

        switch (operation)
        {
            case If branch:
                Flow(_varied, branch.Then.Yields, branch.Outputs);
                Flow(_varied, branch.Else.Yields, branch.Outputs);
                break;
            case For loop:
                Flow(_varied, loop.Initial, loop.Body.Parameters);
                Flow(_varied, loop.Body.Yields, loop.Body.Parameters);
                Flow(_varied, loop.Body.Parameters, loop.Outputs);
                break;
            case While loop:
                Flow(_varied, loop.Initial, loop.Condition.Parameters);
                Flow(_varied, loop.Condition.Yields.Skip(1), loop.Body.Parameters);
                Flow(_varied, loop.Condition.Yields.Skip(1), loop.Outputs);
                Flow(_varied, loop.Body.Yields, loop.Condition.Parameters);
                break;
        }
    }

    private void ForwardCall(Call call)
    {
        bool isExpanded = _calls[call].Rules is null;
        if (!_calls.Arguments(call).Any(pair => (isExpanded || pair.Parameter.CarriesDerivative) && IsVaried(pair.Argument)))
        {
            return;
        }

        foreach ((bool active, Value output) in _calls.Outputs(call))
        {
            if (active)
            {
                Mark(_varied, output);
            }
        }

        foreach ((Parameter parameter, Value argument) in _calls.Arguments(call))
        {
            if (parameter.IsWritableSpan && (isExpanded || parameter.CarriesDerivative))
            {
                Mark(_varied, argument);
            }
        }
    }

    private void Backward(Block block)
    {
        for (int i = block.Operations.Count - 1; i >= 0; i--)
        {
            Backward(block.Operations[i]);
        }
    }

    private void Backward(Operation operation)
    {
        switch (operation)
        {
            case Compute compute when IsUseful(compute.Result):
                MarkUseful(Followed(compute));
                break;
            case Push push when IsUseful(push.Stack):
                Mark(_useful, push.Pushed);
                break;
            case Pop pop when IsUseful(pop.Result):
                Mark(_useful, pop.Stack);
                break;
            case Load load when IsUseful(load.Result):
                Mark(_useful, load.Buffer);
                break;
            case Store store when IsUseful(store.Buffer):
                Mark(_useful, store.Stored);
                break;
            case Accumulate accumulate when IsUseful(accumulate.Buffer):
                Mark(_useful, accumulate.Addend);
                break;
            case Fill fill when IsUseful(fill.Buffer):
                Mark(_useful, fill.Stored);
                break;
            case Copy copy when IsUseful(copy.Destination):
                Mark(_useful, copy.Source);
                break;
            case Call call:
                BackwardCall(call);
                break;
            default:
                BackwardRegions(operation);
                break;
        }
    }

    private void BackwardRegions(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                Flow(_useful, branch.Outputs, branch.Then.Yields);
                Flow(_useful, branch.Outputs, branch.Else.Yields);
                break;
            case For loop:
                Flow(_useful, loop.Outputs, loop.Body.Parameters);
                Flow(_useful, loop.Body.Parameters, loop.Body.Yields);
                Flow(_useful, loop.Body.Parameters, loop.Initial);
                break;
            case While loop:
                Flow(_useful, loop.Outputs, loop.Body.Parameters);
                Flow(_useful, loop.Condition.Parameters, loop.Body.Parameters);
                Flow(_useful, loop.Body.Parameters, loop.Condition.Yields.Skip(1));
                Flow(_useful, loop.Body.Parameters, loop.Body.Yields);
                Flow(_useful, loop.Body.Parameters, loop.Initial);
                break;
        }

        foreach (Block region in operation.Regions.Reverse())
        {
            Backward(region);
        }
    }

    private void BackwardCall(Call call)
    {
        bool useful = _calls.Outputs(call).Any(pair => IsFollowed(pair.IsActive) && IsUseful(pair.Output))
            || _calls.Arguments(call).Any(pair => pair.Parameter.IsWritableSpan && IsFollowed(pair.Parameter.CarriesDerivative) && IsUseful(pair.Argument));
        if (useful)
        {
            MarkUseful(_calls.Arguments(call).Where(pair => IsFollowed(pair.Parameter.CarriesDerivative)).Select(pair => pair.Argument));
        }
    }

    private void MarkUseful(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            Mark(_useful, value);
        }
    }

    private bool IsFollowed(bool carriesDerivative) => carriesDerivative || _followed == Dependence.OfNumbers;

    private IEnumerable<Value> Followed(Compute compute) => _followed == Dependence.OfDerivatives ? DifferentiableArguments(compute)
        : compute.Opcode == Opcode.Select ? compute.Arguments.Skip(1)
        : compute.Arguments;

    private static IEnumerable<Value> DifferentiableArguments(Compute compute)
    {
        if (!compute.Result.Type.IsDifferentiable)
        {
            yield break;
        }

        // What has no derivative may still stand where none is asked for: beside an earlier tangent, say.
        if (!Partials.AreKnown(compute))
        {
            foreach (Value argument in compute.Arguments.Where(argument => argument.Type.IsDifferentiable))
            {
                yield return argument;
            }

            yield break;
        }

        IReadOnlyList<Partial?> partials = Partials.Of(compute);
        for (int i = 0; i < compute.Arguments.Count; i++)
        {
            if (partials[i] is not null)
            {
                yield return compute.Arguments[i];
            }
        }
    }
}

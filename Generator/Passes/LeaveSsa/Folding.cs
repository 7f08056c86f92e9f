using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Decides which values are written where they are used, inside a larger expression, and which get a variable. Folded are
/// constants, symbols, lengths and neighbours of counters (<c>i - 1</c>), wherever they are used; and unnamed values that are
/// used once, by an operation or yield of the same block, if nothing in between changes what they read.
/// </summary>
internal sealed class Folding
{
    // About two lines of text.
    private const int LargestExpression = 40;

    private const int MostConstantsInPlace = 4;

    private readonly Definitions _definitions;
    private readonly Demand _demand;
    private readonly Memory _memory;
    private readonly IReadOnlyCollection<int> _nameless;

    /// <summary>Where folded values are evaluated; null for those that may be evaluated anywhere.</summary>
    private readonly Dictionary<int, Site?> _folded = [];

    private readonly Dictionary<int, int> _sizes = [];
    private readonly Block _body;
    private readonly bool _resultsMayDisturb;

    /// <param name="nameless">Values that may be folded although the user named them.</param>
    public Folding(Block body, Definitions definitions, Demand demand, Memory memory, MethodResults results, IReadOnlyCollection<int> nameless)
    {
        _definitions = definitions;
        _demand = demand;
        _memory = memory;
        _nameless = nameless;
        _body = body;
        _resultsMayDisturb = results.Writes.Count + Math.Min(results.Returned.Count, 1) > 1;
        Decide(body);
        KeepSmall(body);
    }

    public bool IsFolded(Value value) => _folded.ContainsKey(value.Id);

    /// <summary>Whether the operation needs no statement: its result is folded, or nobody wants it.</summary>
    public bool IsSilent(Operation operation) =>
        !_demand.Needs(operation)
        || (operation.Results.Any(_demand.Needs) && operation.Results.Where(_demand.Needs).All(IsFolded));

    /// <summary>Whether an <c>if</c> is an expression: <c>?:</c>, <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public bool IsExpression(If branch) =>
        branch.Outputs.Count(_demand.Needs) == 1
        && Result(branch).Type is ScalarType or OpaqueType or LaneType or MaskType
        && branch.Regions.All(region => region.Operations.All(operation => IsSilent(operation) && !_demand.MustRun(operation)));

    /// <summary>The only needed output of an <c>if</c> that is an expression.</summary>
    public Value Result(If branch) => branch.Outputs.First(_demand.Needs);

    /// <summary>What the two arms of an <c>if</c> that is an expression yield.</summary>
    public (Value Then, Value Else) Arms(If branch)
    {
        int index = 0;
        while (!_demand.Needs(branch.Outputs[index]))
        {
            index++;
        }

        return (branch.Then.Yields[index], branch.Else.Yields[index]);
    }

    /// <summary>The values with variables that are read where the value is evaluated.</summary>
    public IEnumerable<Value> Leaves(Value value) =>
        IsFolded(value) ? FoldedOperands(_definitions.Operation(value)!).SelectMany(Leaves) : [value];

    private IEnumerable<Value> FoldedOperands(Operation operation)
    {
        if (operation is not If branch)
        {
            return operation.Operands;
        }

        (Value whenTrue, Value whenFalse) = Arms(branch);
        return [branch.Condition, whenTrue, whenFalse];
    }

    // From the end, so that it is known where a value's user is evaluated.
    private void Decide(Block block)
    {
        for (int i = block.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = block.Operations[i];
            if (!_demand.Needs(operation))
            {
                continue;
            }

            foreach (Block region in operation.Regions)
            {
                Decide(region);
            }

            if (IsFree(operation) || IsConstantInLanes(operation))
            {
                _folded[operation.Results.First().Id] = null;
            }
            else if (FoldableResult(operation) is { } result && EvaluationSite(result, operation) is { } site
                && CanMove(block, i, site.Index))
            {
                _folded[result.Id] = site;
            }
        }
    }

    private bool IsFree(Operation operation) => operation switch
    {
        Symbol symbol => !symbol.IsComputed,
        Constant => true,
        Length length => length is { Result.Name: null, Dimension: null },
        View { Start: null } view => view.Result.Name is null,
        Compute { Opcode: Opcode.Add or Opcode.Subtract, Result: { Name: null, Type: ScalarType { Kind: ScalarKind.Int } } } compute =>
            _definitions.Operation(compute.Arguments[1]) is Constant && _definitions.IsUnchanging(compute.Arguments[0]),
        _ => false,
    };

    // Written where it is used, unless that is all over the place: the compiler inlines each of them anew.
    private bool IsConstantInLanes(Operation operation) =>
        operation is Compute { Opcode: Opcode.Broadcast } broadcast && _definitions.Operation(broadcast.Arguments[0]) is Constant
        && _definitions.Uses(broadcast.Result) <= MostConstantsInPlace;

    private Value? FoldableResult(Operation operation)
    {
        Value? result = operation switch
        {
            Compute or Load or Pop or View => operation.Results.First(),
            If branch when IsExpression(branch) => Result(branch),
            _ => null,
        };
        return result is not null && _demand.Needs(result) && !KeepsName(result) ? result : null;
    }

    private bool KeepsName(Value value) =>
        value.Name is not null && !_nameless.Contains(value.Id) && !(_definitions.Uses(value) == 1 && IsBound(value, value.Name));

    // for (int row = j + 1; ...): where the user declares the counter, its first value has the counter's name.
    private bool IsBound(Value value, string counter) => _definitions.LastUse(value).Consumer switch
    {
        For loop => loop.Induction.Name == counter && (loop.Start.Id == value.Id || loop.End.Id == value.Id),
        Compute { Result.Name: null } compute => _definitions.Uses(compute.Result) == 1 && IsBound(compute.Result, counter),
        _ => false,
    };

    private Site? EvaluationSite(Value value, Operation definition)
    {
        if (_definitions.Uses(value) != 1)
        {
            return null;
        }

        Use use = _definitions.LastUse(value);
        if (!ReferenceEquals(use.Site.Scope, _definitions.Site(value).Scope))
        {
            return null;
        }

        if ((definition is Pop && MayBeLeftOut(value)) || (IsInBound(value) && !IsCheapBound(definition)) || IsRepeated(value))
        {
            return null;
        }

        Value? user = use.Consumer?.Results.FirstOrDefault(IsFolded);
        return user is null ? use.Site : _folded[user.Id];
    }

    // A leaf that cannot be assigned is written with the whole element, whose place then stands there for each of its leaves.
    private bool IsRepeated(Value value) => _definitions.LastUse(value).Consumer switch
    {
        Store { Buffer.Type: BufferType { Within.Value.IsSettable: false } } store => value.Equals(store.Buffer) || value.Equals(store.Index),
        Accumulate { Buffer.Type: BufferType { Within.Value.IsSettable: false } } added => value.Equals(added.Buffer) || value.Equals(added.Index),
        _ => false,
    };

    // Of what a ?: selects from, one side is not evaluated; what is popped there would be left on the stack.
    private bool MayBeLeftOut(Value value) => _definitions.LastUse(value).Consumer switch
    {
        Compute { Opcode: Opcode.Select } => true,
        { } consumer when consumer.Results.FirstOrDefault(IsFolded) is { } user => MayBeLeftOut(user),
        _ => false,
    };

    // A loop's end is evaluated before each iteration: what is part of it costs little, and is the same each time.
    private bool IsInBound(Value value) => _definitions.LastUse(value).Consumer switch
    {
        For loop => loop.End.Id == value.Id,
        Compute compute => IsFolded(compute.Result) && _definitions.Uses(compute.Result) == 1 && IsInBound(compute.Result),
        _ => false,
    };

    private static bool IsCheapBound(Operation operation) => operation is Compute { Opcode: Opcode.Add or Opcode.Subtract };

    private bool CanMove(Block block, int from, int to)
    {
        Operation moved = block.Operations[from];
        // An output may be an element of a buffer: the first one that is assigned would change what the next one reads.
        if (moved is Load && _resultsMayDisturb && to == _body.Operations.Count && ReferenceEquals(block, _body))
        {
            return false;
        }

        bool reads = Memory.ReadsAny(moved);
        string[] names = [.. moved.Operands.Select(operand => operand.Name).OfType<string>()];
        for (int i = from + 1; i < to && (reads || names.Length > 0); i++)
        {
            Operation passed = block.Operations[i];
            if (_demand.Needs(passed) && ((reads && _memory.MayDisturb(passed, moved)) || RenewsAny(passed, names)))
            {
                return false;
            }
        }

        return true;
    }

    // Moving a use of x past the definition of x's next version would keep the two from sharing the variable.
    private static bool RenewsAny(Operation passed, string[] names)
    {
        foreach (Value result in passed.Results)
        {
            if (result.Name is not null && Array.IndexOf(names, result.Name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void KeepSmall(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            if (!_demand.Needs(operation))
            {
                continue;
            }

            foreach (Block region in operation.Regions)
            {
                KeepSmall(region);
            }

            foreach (Value result in operation.Results)
            {
                if (IsFolded(result) && IsTooLarge(result, operation))
                {
                    _folded.Remove(result.Id);
                }
            }
        }
    }

    private bool IsTooLarge(Value result, Operation operation)
    {
        if (operation is If branch && !IsExpression(branch))
        {
            return true;
        }

        int size = 1 + FoldedOperands(operation).Sum(operand => _sizes.TryGetValue(operand.Id, out int part) ? part : 1);
        bool tooLarge = size > LargestExpression;
        _sizes[result.Id] = tooLarge ? 1 : size;
        return tooLarge;
    }
}

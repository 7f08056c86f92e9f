using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Rewrites scalar IR that is linear in some values, tangents or cotangents, so that it computes with a vector of them: one direction
/// in each lane. What depends on them, and the memory that it goes to, becomes lanes; everything else stays scalar and is computed
/// once. Each lane does what the scalar did, operation by operation, so that infinities and NaN come out as they did.
/// </summary>
internal sealed class Widening : Rewriter
{
    private readonly LaneType _lane;
    private readonly ValueSource _values;
    private readonly Directional _directional;
    private readonly Dictionary<int, Value> _map = [];
    private BlockBuilder _target;
    private bool _isPossible = true;

    private Widening(LaneType lane, ValueSource values, Directional directional)
    {
        _lane = lane;
        _values = values;
        _directional = directional;
        _target = new BlockBuilder(values);
    }

    /// <summary>The block in lanes, all of its values renewed; null where it does something that lanes cannot.</summary>
    /// <param name="seeds">The values that differ between directions, and what stands for each in lanes.</param>
    public static Block? Run(Block block, IEnumerable<(Value Scalar, Value Lanes)> seeds, LaneType lane, ValueSource values)
    {
        (Value Scalar, Value Lanes)[] known = [.. seeds];
        var directional = new Directional(block, known.Select(seed => seed.Scalar), lane.Element);
        if (!directional.IsPossible)
        {
            return null;
        }

        var widening = new Widening(lane, values, directional);
        foreach ((Value scalar, Value lanes) in known)
        {
            widening._map[scalar.Id] = lanes;
        }

        Block widened = widening.Rewrite(block);
        return widening._isPossible ? widened : null;
    }

    public override Block Rewrite(Block block)
    {
        BlockBuilder outer = _target;
        _target = new BlockBuilder(_values);
        EquatableArray<Value> parameters = DefineAll(block.Parameters);
        var operations = new List<Operation>();
        foreach (Operation operation in block.Operations)
        {
            Rewrite(operation, operations);
            Flush(operations);
        }

        EquatableArray<Value> yields = UseAll(block.Yields);
        Flush(operations);
        _target = outer;
        return new Block(parameters, operations.ToEquatableArray(), yields);
    }

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation? widened = operation switch
        {
            If branch => Widen(branch),
            For loop => Widen(loop),
            While loop => Widen(loop),
            Compute compute when _directional.Has(compute.Result) => Widen(compute),
            Store store when _directional.Has(store.Buffer) => new Store(Use(store.Buffer), Use(store.Index), Spread(store.Stored)),
            Accumulate add when _directional.Has(add.Buffer) => new Accumulate(Use(add.Buffer), Use(add.Index), Spread(add.Addend)),
            Fill fill when _directional.Has(fill.Buffer) => new Fill(Use(fill.Buffer), Spread(fill.Stored)),
            Push push when _directional.Has(push.Stack) => new Push(Use(push.Stack), Spread(push.Pushed)),
            _ => Rebuild(operation),
        };
        Flush(target);
        target.Add(widened);
    }

    protected override Value Use(Value value) => _map.TryGetValue(value.Id, out Value? mapped) ? mapped : value;

    protected override Value Define(Value value)
    {
        Value fresh = _directional.Has(value) ? _values.New(InLanes(value.Type), value.Name) : _values.Copy(value);
        _map[value.Id] = fresh;
        return fresh;
    }

    private IrType InLanes(IrType type) => type switch
    {
        BufferType buffer => buffer with { Element = _lane },
        StackType => new StackType(_lane),
        _ => _lane,
    };

    private void Flush(List<Operation> target)
    {
        target.AddRange(_target.Operations);
        _target = new BlockBuilder(_values);
    }

    private Compute Widen(Compute compute)
    {
        // A product or quotient has one factor that is the same in all directions.
        bool isScaled = compute.Opcode is Opcode.Multiply or Opcode.Divide;
        Value[] arguments = compute.Opcode == Opcode.Select
            ? [Use(compute.Arguments[0]), Spread(compute.Arguments[1]), Spread(compute.Arguments[2])]
            : [.. compute.Arguments.Select(argument => isScaled ? Use(argument) : Spread(argument))];
        return compute with { Arguments = [.. arguments], Result = Define(compute.Result) };
    }

    private If Widen(If branch)
    {
        Value condition = Use(branch.Condition);
        Block then = Yielding(branch.Then, branch.Outputs), otherwise = Yielding(branch.Else, branch.Outputs);
        return new If(DefineAll(branch.Outputs), condition, then, otherwise);
    }

    private For Widen(For loop)
    {
        Value start = Use(loop.Start), end = Use(loop.End);
        EquatableArray<Value> initial = Fitting(loop.Initial, loop.Outputs);
        Value induction = Define(loop.Induction);
        Block body = Yielding(loop.Body, loop.Outputs);
        return new For(DefineAll(loop.Outputs), induction, start, end, loop.Step, initial, body);
    }

    private While Widen(While loop)
    {
        EquatableArray<Value> initial = Fitting(loop.Initial, loop.Outputs);
        Block condition = Rewrite(loop.Condition), body = Yielding(loop.Body, loop.Outputs);
        return new While(DefineAll(loop.Outputs), initial, condition, body);
    }

    /// <summary>The region with what it yields in lanes where its owner hands on lanes.</summary>
    private Block Yielding(Block region, EquatableArray<Value> outputs)
    {
        Block block = Rewrite(region);
        BlockBuilder outer = _target;
        _target = new BlockBuilder(_values);
        EquatableArray<Value> yields = Fitting(region.Yields, outputs);
        block = block with { Operations = [.. block.Operations, .. _target.Operations], Yields = yields };
        _target = outer;
        return block;
    }

    private EquatableArray<Value> Fitting(EquatableArray<Value> values, EquatableArray<Value> outputs) =>
        [.. values.Select((value, i) => _directional.Has(outputs[i]) ? Spread(value) : Use(value))];

    // What is linear in the direction adds nothing else than zero to what depends on it.
    private Value Spread(Value value)
    {
        if (_directional.Has(value))
        {
            return Use(value);
        }

        double? number = _directional.ConstantOf(value);
        _isPossible &= number == 0;
        return _target.Constant(number ?? 0, _lane);
    }
}

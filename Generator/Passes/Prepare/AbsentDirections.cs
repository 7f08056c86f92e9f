using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>
/// A body that is linear in some of its parameters, tangents or cotangents, for a call that gives zero for them: what is a multiple
/// of them is zero by structure, as if the derivative had been made without these directions.
/// </summary>
internal sealed class AbsentDirections : Rewriter
{
    private readonly HashSet<int> _zeros;
    private readonly ValueSource _values;
    private readonly Dictionary<int, Value> _same = [];
    private List<Operation> _constants = [];

    private AbsentDirections(IEnumerable<Value> zeros, ValueSource values)
    {
        _zeros = [.. zeros.Select(value => value.Id)];
        _values = values;
    }

    public static Block Run(Block body, IEnumerable<Value> zeros, ValueSource values) => new AbsentDirections(zeros, values).Rewrite(body);

    public override Block Rewrite(Block block)
    {
        List<Operation> outer = _constants;
        var operations = new List<Operation>();
        foreach (Operation operation in block.Operations)
        {
            _constants = [];
            Rewrite(operation, operations);
        }

        _constants = [];
        EquatableArray<Value> yields = UseAll(block.Yields);
        operations.AddRange(_constants);
        _constants = outer;
        return new Block(block.Parameters, operations.ToEquatableArray(), yields);
    }

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is Compute compute && Fold(compute) is var folded && folded != compute)
        {
            if (folded is not null)
            {
                target.Add(folded);
            }

            return;
        }

        Operation rebuilt = Rebuild(operation);
        target.AddRange(_constants);
        target.Add(rebuilt);
        if (operation is If branch)
        {
            _zeros.UnionWith(branch.Outputs.Where((_, i) => IsZero(branch.Then.Yields[i]) && IsZero(branch.Else.Yields[i])).Select(output => output.Id));
        }
    }

    protected override Value Use(Value value)
    {
        if (!IsZero(value))
        {
            return _same.TryGetValue(value.Id, out Value? same) ? same : value;
        }

        Value zero = _values.New(value.Type);
        _constants.Add(new Constant(zero, 0, null));
        return zero;
    }

    protected override Value Define(Value value) => value;

    private bool IsZero(Value value) => _zeros.Contains(value.Id);

    /// <summary>Null where nothing is left to compute; the operation itself where zero changes nothing.</summary>
    private Compute? Fold(Compute compute)
    {
        Value first = compute.Arguments[0], second = compute.Arguments[compute.Arguments.Count - 1];
        switch (compute.Opcode)
        {
            case Opcode.Multiply when IsZero(first) || IsZero(second):
            case Opcode.Divide or Opcode.Negate or Opcode.Convert when IsZero(first):
            case Opcode.Add or Opcode.Subtract when IsZero(first) && IsZero(second):
            case Opcode.Select when IsZero(compute.Arguments[1]) && IsZero(second):
                _zeros.Add(compute.Result.Id);
                return null;
            case Opcode.Add or Opcode.Subtract when IsZero(second):
                _same[compute.Result.Id] = Use(first);
                return null;
            case Opcode.Add when IsZero(first):
                _same[compute.Result.Id] = Use(second);
                return null;
            case Opcode.Subtract when IsZero(first):
                return new Compute(compute.Result, Opcode.Negate, [Use(second)]);
            default:
                return compute;
        }
    }
}

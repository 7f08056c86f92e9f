using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Which values of a block depend on the direction: what is computed from tangents or cotangents, and the memory that it is put
/// into. Memory is judged whole, by its root.
/// </summary>
internal sealed class Directional
{
    private readonly HashSet<int> _directional = [];
    private readonly HashSet<int> _own = [];
    private readonly Dictionary<int, Value> _wholes = [];
    private readonly Dictionary<int, double> _constants = [];
    private readonly ScalarType _element;
    private bool _changes;

    /// <param name="element">The type that derivatives have.</param>
    public Directional(Block block, IEnumerable<Value> seeds, ScalarType element)
    {
        _element = element;
        foreach (Value seed in seeds)
        {
            _directional.Add(seed.Id);
            _own.Add(seed.Id);
        }

        Operation[] all = [.. block.AllOperations()];
        foreach (Operation operation in all)
        {
            Note(operation);
        }

        do
        {
            _changes = false;
            foreach (Operation operation in all)
            {
                Spread(operation);
            }
        }
        while (_changes);

        IsPossible = all.All(CanWiden) && all.SelectMany(operation => operation.Results).All(value => !Has(value) || IsOfElement(value.Type));
    }

    /// <summary>Whether lanes can do all that the block does.</summary>
    public bool IsPossible { get; }

    public bool Has(Value value) => _directional.Contains(Root(value).Id);

    /// <summary>The number that a value of the block is; null if it is none.</summary>
    public double? ConstantOf(Value value) => _constants.TryGetValue(value.Id, out double number) ? number : null;

    private void Note(Operation operation)
    {
        switch (operation)
        {
            case View view:
                _wholes[view.Result.Id] = view.Buffer;
                break;
            case Allocate or AllocateStack:
                _own.Add(operation.Results.Single().Id);
                break;
            case Constant { Text: null } constant:
                _constants[constant.Result.Id] = constant.Number;
                break;
        }
    }

    private Value Root(Value value)
    {
        while (_wholes.TryGetValue(value.Id, out Value? whole))
        {
            value = whole;
        }

        return value;
    }

    private void Spread(Operation operation)
    {
        switch (operation)
        {
            case Compute compute when compute.Arguments.Any(Has):
                Add(compute.Result);
                break;
            case Load load when Has(load.Buffer):
                Add(load.Result);
                break;
            case Pop pop when Has(pop.Stack):
                Add(pop.Result);
                break;
            case Store store:
                Connect(store.Stored, store.Buffer);
                break;
            case Accumulate accumulate:
                Connect(accumulate.Addend, accumulate.Buffer);
                break;
            case Fill fill:
                Connect(fill.Stored, fill.Buffer);
                break;
            case Push push:
                Connect(push.Pushed, push.Stack);
                break;
            case Copy copy:
                Connect(copy.Source, copy.Destination);
                break;
            case If branch:
                ConnectAll(branch.Then.Yields, branch.Outputs);
                ConnectAll(branch.Else.Yields, branch.Outputs);
                break;
            case For loop:
                SpreadCarried(loop.Initial, loop.Body.Parameters, loop.Body.Yields, loop.Outputs);
                break;
            case While loop:
                SpreadCarried(loop.Initial, loop.Condition.Parameters, loop.Body.Yields, loop.Outputs);
                SpreadCarried(loop.Initial, loop.Body.Parameters, loop.Body.Yields, loop.Outputs);
                ConnectAll(loop.Outputs, [.. loop.Condition.Yields.Skip(1)]);
                break;
        }
    }

    private void SpreadCarried(EquatableArray<Value> initial, EquatableArray<Value> parameters, EquatableArray<Value> yields, EquatableArray<Value> outputs)
    {
        ConnectAll(initial, outputs);
        ConnectAll(yields, outputs);
        ConnectAll(outputs, parameters);
        ConnectAll(parameters, outputs);
    }

    private void ConnectAll(IReadOnlyList<Value> sources, IReadOnlyList<Value> targets)
    {
        for (int i = 0; i < sources.Count; i++)
        {
            Connect(sources[i], targets[i]);
        }
    }

    private void Connect(Value source, Value target)
    {
        if (Has(source))
        {
            Add(target);
        }
    }

    private void Add(Value value) => _changes |= _directional.Add(Root(value).Id);

    private bool CanWiden(Operation operation) => operation switch
    {
        Compute compute => !compute.Arguments.Any(Has) || IsLinear(compute),
        If branch => !Has(branch.Condition),
        For { Checkpoints: not null } => false,
        For loop => !Has(loop.Start) && !Has(loop.End),
        While loop => !Has(loop.Condition.Yields[0]) && SameCarries(loop),
        Load load => !Has(load.Index),
        Store { Buffer: var buffer } => !Has(buffer) || IsOwn(buffer),
        Accumulate { Buffer: var buffer } => !Has(buffer) || IsOwn(buffer),
        Fill { Buffer: var buffer } => !Has(buffer) || IsOwn(buffer),
        Copy copy => Has(copy.Source) == Has(copy.Destination) && (!Has(copy.Destination) || IsOwn(copy.Destination)),
        Call or Throw => !operation.Operands.Any(Has),
        Freeze or Keep or Recall => false,
        _ => true,
    };

    private bool IsOwn(Value buffer) => _own.Contains(Root(buffer).Id);

    private bool SameCarries(While loop) => loop.Condition.Yields.Skip(1).SequenceEqual(loop.Condition.Parameters);

    private bool IsLinear(Compute compute) => compute.Opcode switch
    {
        Opcode.Add or Opcode.Subtract or Opcode.Negate => true,
        Opcode.Multiply => !(Has(compute.Arguments[0]) && Has(compute.Arguments[1])),
        Opcode.Divide => !Has(compute.Arguments[1]),
        Opcode.Select => !Has(compute.Arguments[0]),
        _ => false,
    };

    private bool IsOfElement(IrType type) => type switch
    {
        BufferType buffer => buffer.Element.Equals(_element) && buffer.Within is null,
        StackType stack => stack.Element.Equals(_element),
        _ => type.Equals(_element),
    };
}

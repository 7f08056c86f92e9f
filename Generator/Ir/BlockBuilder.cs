namespace StaticAd.Generator.Ir;

/// <summary>Gives out value ids; one per function under construction.</summary>
/// <param name="first">The first id.</param>
/// <param name="isDerivative">Whether the values to come are those of a derivative, beside the ones of the method itself.</param>
internal sealed class ValueSource(int first = 0, bool isDerivative = false)
{
    private readonly int _firstOfDerivative = isDerivative ? first : int.MaxValue;
    private readonly HashSet<int> _copies = [];
    private int _next = first;

    /// <summary>Whether a value is not one of the method itself, so that only its worth counts and not the sign of a zero.</summary>
    public bool IsOfDerivative(Value value) => value.Id >= _firstOfDerivative && !_copies.Contains(value.Id);

    public Value New(IrType type, string? name = null) => new(_next++, type, name);

    /// <summary>A value for a copy of the operation that gives another: what the method computes once more is the method's.</summary>
    public Value Copy(Value value)
    {
        Value copy = New(value.Type, value.Name);
        if (!IsOfDerivative(value))
        {
            _copies.Add(copy.Id);
        }

        return copy;
    }
}

/// <summary>Appends operations to one block. Builders of nested blocks share the value source.</summary>
internal sealed class BlockBuilder(ValueSource values)
{
    private readonly List<Operation> _operations = [];

    public ValueSource Values { get; } = values;

    public IReadOnlyList<Operation> Operations => _operations;

    public BlockBuilder Nested() => new(Values);

    public void Append(Operation operation) => _operations.Add(operation);

    public void Append(IEnumerable<Operation> operations) => _operations.AddRange(operations);

    public Block Finish(IEnumerable<Value> yields, IEnumerable<Value>? parameters = null) =>
        new((parameters ?? []).ToEquatableArray(), _operations.ToEquatableArray(), yields.ToEquatableArray());

    public Value Constant(double number, IrType type, string? text = null)
    {
        Value result = Values.New(type);
        Append(new Constant(result, number, text));
        return result;
    }

    public Value Constant(int number) => Constant(number, IrType.Int);

    public Value Compute(Opcode opcode, IrType type, string? name, params Value[] arguments)
    {
        Value result = Values.New(type, name);
        Append(new Compute(result, opcode, arguments.ToEquatableArray()));
        return result;
    }

    public Value Add(Value left, Value right, string? name = null) => Compute(Opcode.Add, left.Type, name, left, right);

    public Value Subtract(Value left, Value right, string? name = null) => Compute(Opcode.Subtract, left.Type, name, left, right);

    public Value Multiply(Value left, Value right, string? name = null) => Compute(Opcode.Multiply, left.Type, name, left, right);

    public Value Divide(Value left, Value right, string? name = null) => Compute(Opcode.Divide, left.Type, name, left, right);

    public Value Negate(Value operand, string? name = null) => Compute(Opcode.Negate, operand.Type, name, operand);

    public Value Compare(Opcode comparison, Value left, Value right) => Compute(comparison, IrType.Bool, null, left, right);

    public Value Select(Value condition, Value whenTrue, Value whenFalse) =>
        Compute(Opcode.Select, whenTrue.Type, null, condition, whenTrue, whenFalse);

    public Value Function(string id, params Value[] arguments)
    {
        Value result = Values.New(arguments[0].Type);
        Append(new Compute(result, Opcode.Function, arguments.ToEquatableArray(), id));
        return result;
    }

    public Value Load(Value buffer, Value index, string? name = null)
    {
        Value result = Values.New(((BufferType)buffer.Type).Element, name);
        Append(new Load(result, buffer, index));
        return result;
    }

    public Value Length(Value buffer)
    {
        Value result = Values.New(IrType.Int);
        Append(new Length(result, buffer));
        return result;
    }

    /// <summary>Names a value that the last operation has just defined and nobody has used yet; any other stays as it is.</summary>
    public Value Rename(Value value, string? name)
    {
        int last = _operations.Count - 1;
        if (name is null || value.Name is not null || last < 0 || !_operations[last].Results.Contains(value))
        {
            return value;
        }

        Value named = value with { Name = name };
        Operation? renamed = _operations[last] switch
        {
            Compute compute => compute with { Result = named },
            Load load => load with { Result = named },
            _ => null,
        };
        if (renamed is null)
        {
            return value;
        }

        _operations[last] = renamed;
        return named;
    }
}

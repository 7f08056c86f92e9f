using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>
/// Makes random programs: arithmetic over doubles, ints and bools, nested branches and loops that carry and swap values under
/// few, often equal names, memory that is read and written through views, stacks, calls with ref and out arguments.
/// </summary>
internal sealed partial class RandomProgram
{
    private static readonly BufferType SpanType = new(IrType.Double, BufferKind.Span);
    private static readonly string?[] Names = [null, null, null, "a", "b", "x", "s", "t", "i", "class", "Math", "product"];

    private readonly Random _random;
    private readonly MethodUnderTest _method;
    private readonly List<Value> _readable = [];
    private readonly List<Value> _writable = [];
    private readonly Value _stack;
    private int _budget;

    public RandomProgram(int seed, string name)
    {
        _random = new Random(seed);
        _method = new MethodUnderTest { Name = name };
        _budget = _random.Next(5, 60);
        IsDisjoint = _random.Next(2) == 0;
        Value[] inputs = [_method.Double("x"), _method.Double("y"), _method.Int("n"), _method.Bool("c"), _method.Ref("s")];
        _method.Out("t");
        _writable.Add(_method.Span("u"));
        _readable.Add(_method.ReadOnlySpan("v"));
        _readable.AddRange(_writable);
        if (IsDisjoint)
        {
            _method.Guard(new Guard.Disjoint("u", "v"));
        }

        _method.Callees.Add(RandomCallee.Method);
        _stack = _method.Values.New(new StackType(IrType.Double), "stack");
        BlockBuilder body = _method.Body;
        body.Append(new AllocateStack(_stack, Storage.Arena));
        AllocateLocal(body);
        var seen = new List<Value>(inputs);
        Fill(body, seen, 0);
        _method.Return(Pick(body, seen, IrType.Double));
        _method.Yield(Pick(body, seen, IrType.Double), "s");
        _method.Yield(Pick(body, seen, IrType.Double), "t");
        Method = _method.Finish();
    }

    public GeneratedMethod Method { get; }

    /// <summary>Whether the program relies on its two buffers being apart.</summary>
    public bool IsDisjoint { get; }

    private string? Name() => Names[_random.Next(Names.Length)];

    private void AllocateLocal(BlockBuilder body)
    {
        Value local = _method.Values.New(SpanType, Name());
        body.Append(new Allocate(local, body.Constant(4), _random.Next(2) == 0 ? Storage.Stack : Storage.Arena, true));
        _writable.Add(local);
        _readable.Add(local);
    }

    private void Fill(BlockBuilder block, List<Value> seen, int depth)
    {
        int steps = _random.Next(1, 8);
        for (int i = 0; i < steps && _budget > 0; i++)
        {
            _budget--;
            Step(block, seen, depth);
        }
    }

    private void Step(BlockBuilder block, List<Value> seen, int depth)
    {
        switch (_random.Next(depth < 3 ? 20 : 14))
        {
            case < 6:
                seen.Add(DoubleStep(block, seen, Name(), 0));
                break;
            case 6:
                seen.Add(IntStep(block, seen));
                break;
            case 7:
                seen.Add(BoolStep(block, seen));
                break;
            case 8 or 9:
                Value loaded = block.Load(Buffer(block, _readable), Index(block, seen));
                seen.Add(_random.Next(2) == 0 ? loaded : Named(loaded, block));
                break;
            case < 13:
                MemoryStep(block, seen);
                break;
            case 13:
                Call(block, seen);
                break;
            case < 17:
                Branch(block, seen, depth);
                break;
            case < 19:
                Counted(block, seen, depth);
                break;
            default:
                Repeat(block, seen, depth);
                break;
        }
    }

    private Value Named(Value value, BlockBuilder block) => block.Rename(value, Name());

    private Value Pick(BlockBuilder block, List<Value> seen, IrType type)
    {
        Value[] fitting = [.. seen.Where(value => value.Type == type)];
        // Conditions that are constant do not survive simplification.
        if (type != IrType.Bool && (fitting.Length == 0 || _random.Next(8) == 0))
        {
            return block.Constant(_random.Next(-2, 4), type);
        }

        // Recent values more often, so that chains grow.
        int last = fitting.Length - 1;
        return fitting[_random.Next(2) == 0 ? last - _random.Next(Math.Min(3, fitting.Length)) : _random.Next(fitting.Length)];
    }

    // Half of the operands are computed or loaded for this one use, so that expressions grow.
    private Value Operand(BlockBuilder block, List<Value> seen, int depth) => _random.Next(6) switch
    {
        < 2 when depth < 4 => DoubleStep(block, seen, null, depth + 1),
        2 => block.Load(Buffer(block, _readable), Index(block, seen)),
        _ => Pick(block, seen, IrType.Double),
    };

    private Value DoubleStep(BlockBuilder block, List<Value> seen, string? name, int depth)
    {
        Value left = Operand(block, seen, depth), right = Operand(block, seen, depth);
        return _random.Next(10) switch
        {
            0 => block.Rename(block.Function("Sin", left), name),
            1 => block.Negate(left, name),
            2 => block.Subtract(left, right, name),
            3 => block.Divide(left, right, name),
            4 => block.Rename(block.Select(Pick(block, seen, IrType.Bool), left, right), name),
            5 => block.Compute(Opcode.Convert, IrType.Double, name, Pick(block, seen, IrType.Int)),
            6 => block.Rename(block.Function("Max", left, right), name),
            < 9 => block.Add(left, right, name),
            _ => block.Multiply(left, right, name),
        };
    }

    private Value IntStep(BlockBuilder block, List<Value> seen)
    {
        Opcode[] opcodes = [Opcode.Add, Opcode.Subtract, Opcode.Multiply, Opcode.And, Opcode.Or, Opcode.Xor, Opcode.ShiftLeft];
        Value left = Pick(block, seen, IrType.Int), right = Pick(block, seen, IrType.Int);
        Opcode opcode = opcodes[_random.Next(opcodes.Length)];
        return block.Compute(opcode, IrType.Int, Name(), left, opcode == Opcode.ShiftLeft ? block.Constant(_random.Next(3)) : right);
    }

    private Value BoolStep(BlockBuilder block, List<Value> seen)
    {
        Opcode[] comparisons = [Opcode.Less, Opcode.LessOrEqual, Opcode.Greater, Opcode.GreaterOrEqual, Opcode.Equal, Opcode.NotEqual];
        ScalarType type = _random.Next(2) == 0 ? IrType.Double : IrType.Int;
        return _random.Next(4) switch
        {
            0 => block.Compute(Opcode.Not, IrType.Bool, Name(), Pick(block, seen, IrType.Bool)),
            1 => block.Compute(Opcode.And, IrType.Bool, Name(), Pick(block, seen, IrType.Bool), Pick(block, seen, IrType.Bool)),
            _ => Named(
                block.Compare(comparisons[_random.Next(6)], seen.Last(value => value.Type == type), Pick(block, seen, type)), block),
        };
    }

    // Buffers have four elements; half of the time they are seen through a slice of two, or of all.
    private Value Buffer(BlockBuilder block, List<Value> buffers)
    {
        Value buffer = buffers[_random.Next(buffers.Count)];
        if (_random.Next(3) != 0)
        {
            return buffer;
        }

        Value view = _method.Values.New(buffer.Type, Name());
        block.Append(new View(view, buffer, block.Constant(0), _random.Next(2) == 0 ? null : block.Constant(4)));
        return view;
    }

    private Value Index(BlockBuilder block, List<Value> seen) =>
        _random.Next(2) == 0
            ? block.Constant(_random.Next(4))
            : block.Compute(Opcode.And, IrType.Int, null, Pick(block, seen, IrType.Int), block.Constant(3));

    private void MemoryStep(BlockBuilder block, List<Value> seen)
    {
        Value stored = Operand(block, seen, 0);
        switch (_random.Next(7))
        {
            case < 2:
                block.Append(new Store(Buffer(block, _writable), Index(block, seen), stored));
                break;
            case < 4:
                block.Append(new Accumulate(Buffer(block, _writable), Index(block, seen), stored));
                break;
            case 4:
                block.Append(new Fill(Buffer(block, _writable), stored));
                break;
            case 5:
                block.Append(new Copy(Buffer(block, _readable), Buffer(block, _writable)));
                break;
            default:
                block.Append(new Push(_stack, stored));
                block.Append(new Push(_stack, Pick(block, seen, IrType.Double)));
                Value popped = _method.Values.New(IrType.Double, Name()), other = _method.Values.New(IrType.Double);
                block.Append(new Pop(popped, _stack));
                block.Append(new Pop(other, _stack));
                seen.Add(popped);
                seen.Add(_random.Next(2) == 0 ? other : block.Subtract(popped, other));
                break;
        }
    }

    private void Call(BlockBuilder block, List<Value> seen)
    {
        Value returned = _method.Values.New(IrType.Double, Name()), changed = _method.Values.New(IrType.Double, Name());
        Value given = _method.Values.New(IrType.Double, Name());
        block.Append(new Call(
            [returned, changed, given],
            RandomCallee.Key,
            [Pick(block, seen, IrType.Double), Pick(block, seen, IrType.Double), _writable[_random.Next(_writable.Count)]]));
        seen.AddRange([returned, changed, given]);
    }

    private void Branch(BlockBuilder block, List<Value> seen, int depth)
    {
        Value condition = Pick(block, seen, IrType.Bool);
        IrType[] types = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => RandomType())];
        string?[] names = [.. types.Select(_ => Name())];
        Value[] Arm(BlockBuilder arm)
        {
            var inner = new List<Value>(seen);
            if (_random.Next(3) != 0)
            {
                Fill(arm, inner, depth + 1);
            }

            return [.. types.Select(type => Pick(arm, inner, type))];
        }

        seen.AddRange(block.If(condition, names, Arm, Arm));
    }

    private IrType RandomType() => _random.Next(5) switch
    {
        0 => IrType.Int,
        1 => IrType.Bool,
        _ => IrType.Double,
    };
}

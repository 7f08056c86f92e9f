using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes;

/// <summary>
/// Makes <c>float</c> of <c>Half</c>. C# computes <c>a + b</c> of halves as <c>(Half)((float)a + (float)b)</c>; here the values are
/// floats throughout, rounded to the nearest half where C# makes one, which is a function with derivative 1. So tangents and
/// cotangents are floats, and no other pass knows of halves: only parameters, results and constant tables are ones in C#.
/// </summary>
internal sealed class HalvesAsFloats : Rewriter
{
    private readonly ValueSource _values;
    private readonly Dictionary<int, Value> _same = [];
    private readonly Dictionary<int, double> _constants = [];

    /// <summary>Memory that stays what it is: tables in fields, which are only read.</summary>
    private readonly HashSet<int> _tables = [];

    private HalvesAsFloats(ValueSource values) => _values = values;

    public static MethodModel In(MethodModel model) => model with { Method = In(model.Method), Callees = InAll(model.Callees) };

    public static EquatableArray<Method> InAll(IEnumerable<Method> callees) =>
        [.. callees.Select(callee => callee.IsRecursive ? InLevel(callee) : In(callee))];

    /// <summary>One level of a recursion: a generated method calls it, with floats.</summary>
    public static Method InLevel(Method method)
    {
        method = In(method);
        return method with
        {
            Parameters = [.. method.Parameters.Select(parameter =>
                parameter.Of is null ? parameter with { IsHalf = false, Declaration = InFloats(parameter.Declaration, parameter.IsHalf) } : parameter)],
            Return = method.Return.Struct is not null ? method.Return : method.Return with
            {
                CSharpType = InFloats(method.Return.CSharpType, method.Return.Components.Any(component => component.IsHalf)),
                Components = [.. method.Return.Components.Select(component => component with { IsHalf = false })],
            },
        };
    }

    private static string InFloats(string text, bool isHalf) => isHalf ? text.Replace("global::System.Half", "float") : text;

    public static Method In(Method method)
    {
        if (!Uses(method))
        {
            return method;
        }

        return method with
        {
            Parameters = [.. method.Parameters.Select(Float)],
            Return = method.Return with
            {
                Components = [.. method.Return.Components.Select(component =>
                    component.Type == IrType.Half ? component with { Type = IrType.Float, IsHalf = true } : component)],
            },
            Body = method.Body is { } body ? new HalvesAsFloats(new ValueSource(1 + HighestId.In(body, method.Parameters))).Rewrite(body) : null,
        };
    }

    private static bool Uses(Method method) =>
        method.Parameters.Any(parameter => IsHalf(parameter.Type))
        || method.Return.Components.Any(component => IsHalf(component.Type))
        || (method.Body is { } body && body.AllOperations().Any(operation =>
            operation.Results.Any(result => IsHalf(result.Type)) || operation.Operands.Any(operand => IsHalf(operand.Type))));

    private static bool IsHalf(IrType type) => type == IrType.Half || type is BufferType { Element: ScalarType { Kind: ScalarKind.Half } };

    private static Parameter Float(Parameter parameter) => !IsHalf(parameter.Type) ? parameter : parameter with
    {
        Type = Float(parameter.Type),
        Value = parameter.Value is { } value ? Float(value) : null,
        IsHalf = true,
    };

    private static Value Float(Value value) => IsHalf(value.Type) ? value with { Type = Float(value.Type) } : value;

    private static IrType Float(IrType type) =>
        type is BufferType buffer ? buffer with { Element = IrType.Float, Within = null } : IrType.Float;

    protected override Value Use(Value value) =>
        _same.TryGetValue(value.Id, out Value? same) ? same : _tables.Contains(value.Id) ? value : Float(value);

    protected override Value Define(Value value) => _tables.Contains(value.Id) ? value : Float(value);

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case Constant { Result.Type: ScalarType { Kind: ScalarKind.Half } } constant:
                Add(target, constant.Result, constant.Number);
                break;
            case Constant constant:
                _constants[constant.Result.Id] = constant.Number;
                target.Add(constant);
                break;
            case Symbol { Result.Type: ScalarType { Kind: ScalarKind.Half } } symbol:
                Read(held => symbol with { Result = held }, symbol.Result, target);
                break;
            case Compute compute:
                Rewrite(compute, target);
                break;
            case Throw @throw:
                target.Add(@throw with { Arguments = [.. @throw.Arguments.Select(argument => Shown(argument, target))] });
                break;
            default:
                RewriteMemory(operation, target);
                break;
        }
    }

    private void RewriteMemory(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case Symbol { Result: var table } when IsHalf(table.Type):
                _tables.Add(table.Id);
                target.Add(operation);
                break;
            case View view when _tables.Contains(view.Buffer.Id):
                _tables.Add(view.Result.Id);
                target.Add(Rebuild(view));
                break;
            case Load load when _tables.Contains(load.Buffer.Id):
                Read(held => new Load(held, load.Buffer, Use(load.Index)), load.Result, target);
                break;
            case Copy copy when _tables.Contains(copy.Source.Id):
                target.AddRange(HalfMemory.Copy(copy.Source, Use(copy.Destination), _values));
                break;
            case Call call when call.Arguments.Any(argument => _tables.Contains(argument.Id)):
                target.Add(Rebuild(call with { Arguments = [.. call.Arguments.Select(argument => Memory(argument, target))] }));
                break;
            default:
                target.Add(Rebuild(operation));
                break;
        }
    }

    private void Read(Func<Value, Operation> operation, Value result, List<Operation> target)
    {
        Value held = _values.New(IrType.Half);
        target.Add(operation(held));
        target.Add(new Compute(Define(result), Opcode.Convert, [held]));
    }

    /// <summary>A method that reads a table gets its numbers as floats.</summary>
    private Value Memory(Value argument, List<Operation> target)
    {
        if (!_tables.Contains(argument.Id))
        {
            return argument;
        }

        (Value floats, IEnumerable<Operation> steps) = HalfMemory.Widened(argument, Storage.Local, _values);
        target.AddRange(steps);
        return floats;
    }

    /// <summary>In a message a half has fewer digits than a float.</summary>
    private Value Shown(Value argument, List<Operation> target)
    {
        if (argument.Type != IrType.Half)
        {
            return Use(argument);
        }

        Value shown = _values.New(IrType.Half);
        target.Add(new Compute(shown, Opcode.Convert, [Use(argument)]));
        return shown;
    }

    private void Rewrite(Compute compute, List<Operation> target)
    {
        bool givesHalf = compute.Result.Type == IrType.Half;
        if (compute.Opcode == Opcode.Convert && compute.Arguments[0].Type == IrType.Half && compute.Result.Type == IrType.Float)
        {
            _same[compute.Result.Id] = Use(compute.Arguments[0]);
        }
        else if (compute.Opcode == Opcode.Convert && givesHalf)
        {
            Narrow(Use(compute.Arguments[0]), compute.Result, target);
        }
        else if (givesHalf && IsRounded(compute))
        {
            Compute exact = (Compute)Rebuild(compute with { Result = _values.New(IrType.Float) });
            target.Add(exact);
            target.Add(Nearest(Define(compute.Result), exact.Result));
        }
        else
        {
            target.Add(Rebuild(compute));
        }
    }

    private static bool IsRounded(Compute compute) => compute.Opcode switch
    {
        Opcode.Function => !Halves.Preserving.Contains(compute.Function!),
        Opcode.Negate or Opcode.Select => false,
        _ => true,
    };

    /// <summary>C# converts whole numbers by way of <c>float</c>, but <c>double</c> at once.</summary>
    private void Narrow(Value number, Value result, List<Operation> target)
    {
        if (_constants.TryGetValue(number.Id, out double constant))
        {
            Add(target, result, number.Type == IrType.Double ? constant : (float)constant);
            return;
        }

        if (number.Type == IrType.Double)
        {
            Value near = _values.New(IrType.Double);
            target.Add(Nearest(near, number));
            target.Add(new Compute(Define(result), Opcode.Convert, [near]));
            return;
        }

        Value single = number;
        if (number.Type != IrType.Float)
        {
            single = _values.New(IrType.Float);
            target.Add(new Compute(single, Opcode.Convert, [number]));
        }

        target.Add(Nearest(Define(result), single));
    }

    private void Add(List<Operation> target, Value result, double number)
    {
        number = Halves.Nearest(number);
        _constants[result.Id] = number;
        target.Add(new Constant(Define(result), number, null));
    }

    private static Compute Nearest(Value result, Value number) => new(result, Opcode.Function, [number], Halves.ToHalf);
}

namespace StaticAd.Generator.Ir;

/// <summary>
/// Checks what every pass relies on: each value is defined once and used only where it is seen, operands have the types that
/// the operation wants, and what regions yield agrees with what their owners expect.
/// </summary>
internal sealed class Verifier
{
    private readonly List<string> _messages = [];
    private readonly HashSet<int> _defined = [];
    private readonly OperandTypes _types;
    private readonly IReadOnlyDictionary<string, Method>? _callees;

    private Verifier(IEnumerable<Method>? callees)
    {
        _callees = callees?.GroupBy(callee => callee.Key).ToDictionary(same => same.Key, same => same.First());
        _types = new OperandTypes(_messages);
    }

    /// <summary>What is wrong with a method; empty if nothing is.</summary>
    public static IReadOnlyList<string> Check(GeneratedMethod method)
    {
        IEnumerable<(IrType? Type, string What)> targets = method.Targets.Select(target => TargetType(method, target));
        int component = 0;
        List<(IrType? Type, string What)> expected = [];
        foreach ((IrType? type, string what) in targets)
        {
            expected.Add(type is null && what == "return" && component < method.Return.Components.Count
                ? (method.Return.Components[component++].Type, what)
                : (type, what));
        }

        var verifier = new Verifier(method.Callees);
        verifier.CheckBody(method.Parameters, method.Body, expected);
        return verifier._messages;
    }

    /// <summary>What is wrong with a method's body; empty if nothing is.</summary>
    public static IReadOnlyList<string> Check(Method method, IEnumerable<Method> callees)
    {
        var verifier = new Verifier(callees);
        IEnumerable<(IrType?, string)> results = method.Return.Components.Select(component => ((IrType?)component.Type, "return"));
        IEnumerable<(IrType?, string)> references = method.Parameters.Where(parameter => parameter.YieldsScalar)
            .Select(parameter => ((IrType?)parameter.Type, parameter.Name));
        verifier.CheckBody(method.Parameters, method.Body!, [.. results, .. references]);
        return verifier._messages;
    }

    /// <summary>What is wrong with a block that sees the given values; empty if nothing is.</summary>
    public static IReadOnlyList<string> Check(Block block, IEnumerable<Value> seen)
    {
        var verifier = new Verifier(null);
        var scope = new HashSet<int>();
        verifier.Define(seen, scope);
        verifier.CheckBlock(block, scope);
        return verifier._messages;
    }

    /// <summary>Throws if anything is wrong with a method.</summary>
    /// <exception cref="InvalidOperationException">With all messages and the printed IR.</exception>
    public static void Require(GeneratedMethod method)
    {
        IReadOnlyList<string> messages = Check(method);
        if (messages.Count > 0)
        {
            throw new InvalidOperationException(string.Join("\n", messages) + "\n" + Printer.Print(method));
        }
    }

    /// <summary>Throws if anything is wrong with a block that sees the given values.</summary>
    /// <exception cref="InvalidOperationException">With all messages and the printed IR.</exception>
    public static void Require(Block block, IEnumerable<Value> seen, string pass)
    {
        IReadOnlyList<string> messages = Check(block, seen);
        if (messages.Count > 0)
        {
            throw new InvalidOperationException($"After {pass}:\n{string.Join("\n", messages)}\n{Printer.Print(block)}");
        }
    }

    private static (IrType? Type, string What) TargetType(GeneratedMethod method, ResultTarget target) =>
        target.Parameter is null
            ? (null, "return")
            : (method.Parameters.FirstOrDefault(parameter => parameter.Name == target.Parameter)?.Type, target.Parameter);

    private void CheckBody(IEnumerable<Parameter> parameters, Block body, IReadOnlyList<(IrType? Type, string What)> expected)
    {
        var scope = new HashSet<int>();
        Define(parameters.Select(parameter => parameter.Value).OfType<Value>(), scope);
        CheckBlock(body, scope);
        if (body.Yields.Count != expected.Count)
        {
            _messages.Add($"The body yields {body.Yields.Count} values for {expected.Count} targets.");
            return;
        }

        for (int i = 0; i < expected.Count; i++)
        {
            if (expected[i].Type is not { } type || !type.Equals(body.Yields[i].Type))
            {
                _messages.Add($"{body.Yields[i]} does not fit its target '{expected[i].What}'.");
            }
        }
    }

    private void Define(IEnumerable<Value> values, HashSet<int> scope)
    {
        foreach (Value value in values)
        {
            if (!_defined.Add(value.Id))
            {
                _messages.Add($"{value} is defined more than once.");
            }

            scope.Add(value.Id);
        }
    }

    private void Use(IEnumerable<Value> values, HashSet<int> scope, string user)
    {
        foreach (Value value in values)
        {
            if (!scope.Contains(value.Id))
            {
                _messages.Add($"{value} is used by {user} where it is not defined.");
            }
        }
    }

    /// <param name="scope">What is defined outside; again so when the block has been checked.</param>
    private void CheckBlock(Block block, HashSet<int> scope)
    {
        Define(block.Parameters, scope);
        foreach (Operation operation in block.Operations)
        {
            Use(operation.Operands, scope, operation.GetType().Name);
            if (operation is For loop)
            {
                Define([loop.Induction], scope);
                CheckBlock(loop.Body, scope);
                scope.Remove(loop.Induction.Id);
            }
            else
            {
                foreach (Block region in operation.Regions)
                {
                    CheckBlock(region, scope);
                }
            }

            _types.Check(operation);
            CheckCall(operation as Call);
            Define(operation.Results, scope);
        }

        Use(block.Yields, scope, "a yield");
        scope.ExceptWith(block.Definitions().Select(value => value.Id));
    }

    private void CheckCall(Call? call)
    {
        if (call is null || _callees is null)
        {
            return;
        }

        if (!_callees.TryGetValue(call.Callee, out Method? callee))
        {
            _messages.Add($"The call of {call.Callee} has no method of that key.");
            return;
        }

        IEnumerable<IrType> outputs = callee.Return.Components.Select(component => component.Type)
            .Concat(callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.Type));
        int inputs = callee.Parameters.Count(parameter => parameter.Passing != Passing.Out);
        if (call.Arguments.Count != inputs || !call.Outputs.Select(output => output.Type).SequenceEqual(outputs))
        {
            _messages.Add($"The call of {call.Callee} does not fit its signature.");
        }
    }
}

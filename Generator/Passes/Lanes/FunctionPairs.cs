using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Two functions of one argument that share most of their work become one call. Values and derivatives ask for such pairs: the
/// derivative of the sine is the cosine.
/// </summary>
internal sealed class FunctionPairs : Rewriter
{
    private static readonly (string First, string Second, string Both)[] Pairs =
    [
        ("Sin", "Cos", "SinCos"),
        ("NormalCdf", "NormalPdf", "NormalCdfAndPdf"),
    ];

    private readonly LaneTypes _types;
    private readonly Dictionary<string, Method> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<int> _done = [];
    private readonly Dictionary<int, Value> _named = [];
    private Block? _block;

    private FunctionPairs(LaneTypes types)
    {
        _types = types;
    }

    /// <summary>The same method of lanes, with pairs for single functions.</summary>
    public static GeneratedMethod Run(GeneratedMethod method)
    {
        var pass = new FunctionPairs(method.Lanes!);
        Block body = pass.Rewrite(method.Body);
        IEnumerable<Method> called = pass._methods.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);
        return method with { Body = body, Callees = [.. method.Callees, .. called] };
    }

    public override Block Rewrite(Block block)
    {
        Block? outer = _block;
        _block = block;
        Block result = base.Rewrite(block);
        _block = outer;
        return result;
    }

    protected override Value Use(Value value) => _named.TryGetValue(value.Id, out Value? named) ? named : value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation.Results.Any(result => _done.Contains(result.Id)))
        {
            return;
        }

        if (operation is Compute { Opcode: Opcode.Function, Result.Type: LaneType } function && Pair(function) is { } call)
        {
            target.Add(call);
            _done.UnionWith(call.Outputs.Select(output => output.Id));
        }
        else
        {
            target.Add(Rebuild(operation));
        }
    }

    private Call? Pair(Compute function)
    {
        foreach ((string first, string second, string both) in Pairs)
        {
            if (function.Function == first && Other(second, function) is { } other)
            {
                return Call(both, function, other);
            }

            if (function.Function == second && Other(first, function) is { } earlier)
            {
                return Call(both, earlier, function);
            }
        }

        return null;
    }

    private Compute? Other(string id, Compute function) => _block!.Operations.OfType<Compute>()
        .FirstOrDefault(other => other.Opcode == Opcode.Function && other.Function == id && other.Arguments.Equals(function.Arguments));

    private Call Call(string name, Compute first, Compute second)
    {
        EquatableArray<Value> arguments = UseAll(first.Arguments);
        string text = $"{_types.Lane.CSharpName}.{name}";
        if (!_methods.ContainsKey(text))
        {
            var result = new ReturnComponent(null, _types.Lane, IsActive: true);
            var argument = new Parameter("x", $"{_types.Lane.CSharpName} x", _types.Lane, Passing.Value, arguments[0], IsActive: true);
            _methods.Add(text, new Method(text, text, [argument], new ReturnShape("", [result, result]), null, null));
        }

        return new Call([Named(first), Named(second)], text, arguments);
    }

    // Each after its own function, not after the pair.
    private Value Named(Compute function)
    {
        Value result = function.Result;
        return _named[result.Id] = result.Name is null ? result with { Name = TemporaryNames.Of(function) } : result;
    }
}

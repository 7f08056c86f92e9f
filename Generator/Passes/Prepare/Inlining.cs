using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>Puts the bodies of called methods in place of the calls; calls of methods that have rules stay.</summary>
internal sealed class Inlining : Rewriter
{
    private readonly CallGraph _calls;
    private readonly ValueSource _values;
    private readonly Dictionary<int, Value> _replacements = [];
    private readonly HashSet<int> _zeros = [];

    private Inlining(CallGraph calls, ValueSource values)
    {
        _calls = calls;
        _values = values;
    }

    public static Block Run(Block body, CallGraph calls, ValueSource values) => new Inlining(calls, values).Rewrite(body);

    protected override Value Use(Value value) => _replacements.TryGetValue(value.Id, out Value? replacement) ? replacement : value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation rebuilt = Rebuild(operation);
        if (rebuilt is Constant { Number: 0, Text: null } zero)
        {
            _zeros.Add(zero.Result.Id);
        }

        if (rebuilt is View view && OfItsBuffer(view) is var same && same != view)
        {
            _replacements[view.Result.Id] = same.Result;
            rebuilt = same;
        }

        if (rebuilt is Call call && _calls[call] is { Rules: null, Body: { } body } callee)
        {
            Expand(call, callee, body, target);
        }
        else
        {
            target.Add(rebuilt);
        }
    }

    // A parameter that is a leaf of structures may stand for memory of the caller's own, which is numbers, and the other way round.
    private View OfItsBuffer(View view)
    {
        var type = (BufferType)view.Result.Type;
        ElementLeaf? within = ((BufferType)view.Buffer.Type).Within;
        return Equals(type.Within, within) ? view : view with { Result = _values.New(type with { Within = within }, view.Result.Name) };
    }

    private void Expand(Call call, Method callee, Block body, List<Operation> target)
    {
        var arguments = new Dictionary<int, Value>();
        foreach ((Parameter parameter, Value argument) in _calls.Arguments(call))
        {
            arguments.Add(parameter.Value!.Id, argument);
        }

        Value[] absent = [.. callee.Directions.Select(name => callee.Parameters.First(parameter => parameter.Name == name).Value!)
            .Where(direction => _zeros.Contains(arguments[direction.Id].Id))];
        Block copy = new Cloner(_values, arguments).Rewrite(absent.Length == 0 ? body : AbsentDirections.Run(body, absent, _values));
        Block expanded = Rewrite(copy);
        target.AddRange(expanded.Operations);
        for (int i = 0; i < call.Outputs.Count; i++)
        {
            _replacements[call.Outputs[i].Id] = expanded.Yields[i];
        }
    }
}

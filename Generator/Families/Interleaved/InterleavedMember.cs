using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Families;

/// <summary>
/// The private method that goes through a batch, some groups at a time, and then does with the sum what the method does. It returns false, for the operations
/// to run one by one, where these are faster, have to say what is wrong, or are exact where sums of squares are not.
/// </summary>
internal sealed class InterleavedMember
{
    private readonly SummedBatch _batch;
    private readonly MethodModel _model;
    private readonly GeneratedMethod _method;
    private readonly ValueSource _values;
    private readonly BlockBuilder _body;
    private readonly RuntimeCalls _calls;
    private readonly List<InterleavedInput> _inputs;
    private readonly Value _count;

    private InterleavedMember(SummedBatch batch, MethodModel model)
    {
        _batch = batch;
        _model = model;
        _method = batch.Method;
        _values = new ValueSource(1 + HighestId.In(_method));
        _body = new BlockBuilder(_values);
        _calls = new RuntimeCalls(new TypeText([.. model.HiddenNames, .. _method.Parameters.Select(parameter => parameter.DeclaredName)]), batch.Element);
        _inputs = [.. batch.Views.Select(view => InterleavedInput.Of(view, batch.GradientOf(view), _body))];
        _count = _inputs.Select(input => input.Count)
            .Aggregate((left, right) => _calls.Ask(_body, "Interleaving.Count", IrType.Int, "count", left, right));
    }

    /// <summary>This method, and the one that does some groups.</summary>
    public static IReadOnlyList<GeneratedMethod> Build(SummedBatch batch, MethodModel model) => new InterleavedMember(batch, model).Build();

    private IReadOnlyList<GeneratedMethod> Build()
    {
        var groups = new GroupsMember(_batch, _model);
        GeneratedMethod part = groups.Build();
        Value elements = _inputs.Select(input => input.Size).Aggregate((sum, size) => _body.Add(sum, size));
        var lengths = new LengthsOfAll(_batch, _body);
        Value summed = lengths.Of(((Allocate)_batch.Definition(_batch.Summed)!).Count);
        Value largest = _inputs.SelectMany(input => input.Sides).DefaultIfEmpty(_body.Constant(1))
            .Aggregate((left, right) => _calls.Ask(_body, "Interleaving.Side", IrType.Int, "largest", left, right));
        Value matrices = _calls.Ask(_body, "Interleaving.Matrices<>", IrType.Int, "matrices", _count, largest, elements, summed);

        BlockBuilder then = _body.Nested();
        Value size = then.Divide(summed, _count, "size");
        Value total = new GroupsLoop(_batch, part, groups.Sides, _inputs, _calls).Append(then, matrices, _count, size);
        Value isExact = _calls.Ask(then, _batch.IsNorm ? "Interleaving.IsMiddling<>" : "Interleaving.IsFinite<>", IrType.Bool, "isExact", total);
        BlockBuilder exact = then.Nested();
        IReadOnlyList<Value> results = Either(then, isExact, exact.Finish([.. Finish(exact, total)]));
        Value pays = _body.Compare(Opcode.Greater, matrices, _body.Constant(0));
        results = Either(_body, pays, then.Finish(results));
        return [Method(results, part), part];
    }

    // Where the condition does not hold it has no result.
    private IReadOnlyList<Value> Either(BlockBuilder body, Value condition, Block then)
    {
        BlockBuilder otherwise = body.Nested();
        Value[] nothing = [.. then.Yields.Select(yield => otherwise.Constant(0, yield.Type))];
        Value[] results = [.. then.Yields.Select(yield => _values.New(yield.Type, yield.Name))];
        body.Append(new If([.. results], condition, then, otherwise.Finish(nothing)));
        return results;
    }

    /// <summary>What the method does with the sum, and then with the gradients, which were those of half the sum of squares, or of the sum.</summary>
    private IEnumerable<Value> Finish(BlockBuilder body, Value total)
    {
        var lengths = new LengthsOfAll(_batch, body);
        Value value = _batch.IsNorm ? body.Function("Sqrt", total) : total;
        Value? scale = null;
        foreach (Operation operation in _batch.OfNumbers)
        {
            if (ReferenceEquals(operation, _batch.Forward))
            {
                body.Append(new Store(_batch.Total, body.Constant(0), value));
            }
            else if (ReferenceEquals(operation, _batch.Backward))
            {
                Value cotangent = body.Load(_batch.TotalCotangent, body.Constant(0));
                scale = _batch.IsNorm ? body.Divide(cotangent, value, "scale") : cotangent;
            }
            else
            {
                lengths.Append(operation);
            }
        }

        Value done = _inputs.Select(input => input.Gradient).OfType<Parameter>()
            .Select(gradient => _calls.Ask(body, "Interleaving.Scale<>", IrType.Bool, "isExact", gradient.Value!, scale!))
            .ToArray()
            .Aggregate((left, right) => body.Compute(Opcode.And, IrType.Bool, "isExact", left, right));
        return [done, .. _method.Body.Yields];
    }

    private GeneratedMethod Method(IReadOnlyList<Value> results, GeneratedMethod part)
    {
        string name = _method.Parameters.Any(parameter => parameter.DeclaredName == "result") ? "interleavedResult" : "result";
        IrType type = _batch.Element;
        var result = new Parameter(name, $"out {TypeText.Keyword(_batch.Element.Kind)} {name}", type, Passing.Out, null, IsActive: false);
        Block body = Simplification.Run(_body.Finish(results), _values);
        return new GeneratedMethod(
            _model.Family + "Interleaved" + _model.Distinction,
            $"{_method.Summary.TrimEnd('.')}, as many matrices at once as a vector has lanes.",
            [],
            "Whether it is faster so and exact; else nothing of what was written counts.",
            [.. _method.Parameters, result],
            new ReturnShape("bool", [new ReturnComponent(null, IrType.Bool, IsActive: false)]),
            [new ResultTarget(null), .. _method.Targets.Select(target => new ResultTarget(target.Parameter ?? name))],
            [],
            TapeUse.None,
            null,
            body,
            [.. _calls.Methods, .. _method.Callees, new Method(part.Name, part.Name, part.Parameters, part.Return, null, RuleSet.None)],
            IsPrivate: true);
    }
}

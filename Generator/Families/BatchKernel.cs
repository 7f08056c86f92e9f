using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Lanes;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Families;

/// <summary>
/// The loop over a batch, generic over the width of its lanes: takes as many elements as fill all lanes, again and again, and
/// returns the first element that is left.
/// </summary>
internal sealed class BatchKernel
{
    private readonly BatchSignature _signature;
    private readonly LaneTypes _types;
    private readonly HashSet<string> _taken;
    private readonly BlockBuilder _before;

    public BatchKernel(BatchSignature signature)
    {
        _signature = signature;
        _before = new BlockBuilder(signature.Values);
        _taken = new HashSet<string>(signature.Inputs.Select(parameter => parameter.Name), StringComparer.Ordinal);
        HashSet<string> foreign = [.. signature.Model.Types.SelectMany(type => Identifiers.Words(type.Header)), .. _taken];
        bool isPlain = !foreign.Contains("T") && !foreign.Contains("TMask");
        _types = new LaneTypes(
            new LaneType(signature.Element, isPlain ? "T" : "TLaneOfBatch"), new MaskType(isPlain ? "TMask" : "TMaskOfBatch"));
    }

    /// <summary>The kernel, then the parts that it calls where it is too large for one method.</summary>
    public IReadOnlyList<GeneratedMethod> Build()
    {
        BatchSpan[] read = [.. _signature.Read.Select(Renamed)];
        BatchSpan[] written = [.. _signature.Written.Select(Renamed)];
        string counter = _taken.Contains("i") ? Free("index") : Free("i");
        var start = new Parameter(counter, $"int {counter}", IrType.Int, Passing.Value, _signature.Values.New(IrType.Int, counter), IsActive: false);
        Value end = Loop(read, written, start.Value!);
        Block body = Simplification.Run(_before.Finish([end]), _signature.Values);
        string name = _signature.Scalar.Name + "Lanes" + _signature.Model.Distinction;
        var parts = new LaneParts(_types, name, body.Operations);
        body = body with { Operations = [.. body.Operations.Select(operation => operation is While loop ? loop with { Body = parts.Split(loop.Body) } : operation)] };
        var kernel = new GeneratedMethod(
            name,
            $"{_signature.Scalar.Summary.TrimEnd('.')}, in all lanes at once, from element <paramref name=\"{counter}\"/> on.",
            [],
            "The first element that is left: fewer than there are lanes.",
            [.. Spans(read), .. written.Select(span => span.Span), start],
            new ReturnShape("int", [new ReturnComponent(null, IrType.Int, IsActive: false)]),
            [new ResultTarget(null)],
            [],
            TapeUse.None,
            null,
            body,
            [.. parts.Callees],
            _types,
            IsPrivate: true);
        return [FunctionPairs.Run(kernel), .. parts.Parts.Select(FunctionPairs.Run)];
    }

    private IEnumerable<Parameter> Spans(BatchSpan[] read) =>
        _signature.Inputs.Select(input => read.FirstOrDefault(span => span.Scalar == input)?.Span ?? input);

    private Value Loop(BatchSpan[] read, BatchSpan[] written, Value start)
    {
        ValueSource values = _signature.Values;
        Value width = values.New(IrType.Int);
        _before.Append(new Symbol(width, _types.Lane.CSharpName + ".Width"));
        Value Counter() => values.New(IrType.Int, start.Name);

        Value tested = Counter(), current = Counter(), end = Counter();
        BlockBuilder test = _before.Nested(), body = _before.Nested();
        Value last = test.Subtract(test.Length(read[0].Span.Value!), width);
        Value goesOn = test.Compare(Opcode.LessOrEqual, tested, last);
        Elements(read, written, current, body);
        Value next = body.Add(current, width, start.Name);
        _before.Append(new While([end], [start], test.Finish([goesOn, tested], [tested]), body.Finish([next], [current])));
        return end;
    }

    /// <summary>As many elements as there are lanes, from <paramref name="index"/> on.</summary>
    private void Elements(BatchSpan[] read, BatchSpan[] written, Value index, BlockBuilder body)
    {
        var pass = new LanePass(_types, _before);
        foreach (Parameter input in _signature.Inputs)
        {
            if (read.FirstOrDefault(span => span.Scalar == input) is { } span)
            {
                Value lanes = _signature.Values.New(_types.Lane, input.Name);
                body.Append(new Load(lanes, span.Span.Value!, index));
                pass.SetVarying(input.Value!, lanes);
            }
            else
            {
                pass.SetUniform(input.Value!);
            }
        }

        pass.Run(_signature.Scalar.Body, body);
        foreach (BatchSpan span in written)
        {
            body.Append(new Store(span.Span.Value!, index, pass.InLanes(_signature.Yield(span), body)));
        }
    }

    // x is what one lane holds, xs the span.
    private BatchSpan Renamed(BatchSpan span) =>
        span with { Span = _signature.Span(Free(Plural(span.Span.Name)), ((BufferType)span.Span.Type).Kind) };

    private static string Plural(string name)
    {
        bool endsInIes = name.Length > 2 && name[name.Length - 1] == 'y' && !"aeiou".Contains(name[name.Length - 2]);
        string plural = endsInIes ? name.Substring(0, name.Length - 1) + "ies" : name + "s";
        return Identifiers.Escape(plural) == plural ? plural : name + "Values";
    }

    private string Free(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}

namespace StaticAd.Tests.Harness;

/// <summary>The methods of a driver that call the batched family and its scalar reference.</summary>
internal sealed class BatchDriverText(MarkedMethod method, MethodShape shape, string owner, string typeArguments)
{
    private Slot[] Floating => [.. shape.Slots.Where(slot => slot.IsFloating)];

    private string[] Inputs => [.. shape.Slots.Select(
        slot => slot.IsFloating ? $"a_{slot.Name}.Span" : "_" + slot.Name)];

    public IEnumerable<string> Methods()
    {
        yield return Batched("Batch", results: 1);
        yield return Batched("ValueAndGradientBatch", results: 1 + shape.Inputs.Count());
        yield return Reference();
    }

    private string Batched(string suffix, int results)
    {
        var resultTypes = shape.Inputs.Select(slot => slot.Element).Prepend(shape.ReturnType).Take(results);
        var arguments = Inputs.Concat(Enumerable.Range(0, results).Select(index => $"r_{index}.Span"));
        return $$"""
            public override void {{suffix}}(BatchExchange b)
                {
                    {{DriverWriter.Lines(2, [
                        .. Floating.Select((slot, index) => $"var a_{slot.Name} = b.Input<{slot.Element}>({index});"),
                        .. resultTypes.Select((type, index) => $"var r_{index} = b.Result<{type}>({index});"),
                        .. DriverWriter.Measured($"{owner}.{method.Family}{suffix}{typeArguments}({string.Join(", ", arguments)});", "b")])}}
                }
            """;
    }

    private string Reference()
    {
        var arguments = shape.Slots.Select(slot => slot.IsFloating ? $"reader.Scalar<{slot.Element}>()" : "_" + slot.Name)
            .Concat(shape.Inputs.Select(slot => $"out var g_{slot.Name}"));
        return $$"""
            public override double[] BatchReference(BatchExchange b, int element)
                {
                    var reader = b.Element(element);
                    var value = {{owner}}.{{method.Family}}ValueAndGradient({{string.Join(", ", arguments)}});
                    return [value, {{string.Join(", ", shape.Inputs.Select(slot => "g_" + slot.Name))}}];
                }
            """;
    }
}

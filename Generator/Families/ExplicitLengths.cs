using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.LeaveSsa;

namespace StaticAd.Generator.Families;

/// <summary>
/// A derivative that takes arrays of several dimensions, as a method whose body takes the place of its calls: there such an array is the
/// run of its elements, and the lengths of its dimensions are arguments of their own.
/// </summary>
internal sealed class ExplicitLengths : Substitution
{
    private readonly Dictionary<int, Value[]> _lengths = [];

    public static Method Of(Method method, MemberShape shape)
    {
        if (!method.Parameters.Any(parameter => parameter.IsGrid))
        {
            return method;
        }

        var values = new ValueSource(1 + HighestId.In(method.Body!, method.Parameters));
        var lengths = new ExplicitLengths();
        EquatableArray<Parameter> parameters = [.. method.Parameters.SelectMany(parameter => lengths.WithLengths(parameter, values))];
        Block body = lengths.Rewrite(method.Body!);
        var checks = new BlockBuilder(values);
        foreach (SignaturePart part in shape.Parts.Where(part => part is { Role: not Role.Primal, Parameter.IsGrid: true }))
        {
            Value[] LengthsOf(string name) => lengths._lengths[method.Parameters.First(parameter => parameter.Name == name).Value!.Id];
            Check(part.Parameter.Name, LengthsOf(part.Parameter.Name), part.Of!.Name, LengthsOf(part.Of.Name), checks);
        }

        return method with { Parameters = parameters, Body = body with { Operations = [.. checks.Operations, .. body.Operations] } };
    }

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is Length { Dimension: { } dimension } length)
        {
            Replacements[length.Result.Id] = _lengths[length.Buffer.Id][dimension];
            return;
        }

        base.Rewrite(operation, target);
    }

    private IEnumerable<Parameter> WithLengths(Parameter parameter, ValueSource values)
    {
        yield return parameter;
        if (!parameter.IsGrid)
        {
            yield break;
        }

        Value[] lengths = [.. Enumerable.Range(0, parameter.Dimensions).Select(dimension => values.New(IrType.Int, parameter.Name + Grids.LengthName(dimension)))];
        _lengths.Add(parameter.Value!.Id, lengths);
        for (int dimension = 0; dimension < lengths.Length; dimension++)
        {
            yield return new Parameter(
                lengths[dimension].Name!, "", IrType.Int, Passing.Value, lengths[dimension], IsActive: false, Leaf: dimension + 1, LengthOf: parameter.Name);
        }
    }

    // As a call of the derivative itself would check it.
    private static void Check(string name, Value[] lengths, string of, Value[] expected, BlockBuilder body)
    {
        Throw failure = Failure(name, lengths, of, expected);
        for (int dimension = 0; dimension < lengths.Length; dimension++)
        {
            BlockBuilder failing = body.Nested();
            failing.Append(failure);
            Value differs = body.Compare(Opcode.NotEqual, lengths[dimension], expected[dimension]);
            body.Append(new If([], differs, failing.Finish([]), body.Nested().Finish([])));
        }
    }

    private static Throw Failure(string name, Value[] lengths, string of, Value[] expected)
    {
        var text = new List<string> { $"throw new global::System.ArgumentException(\"'{name}' has the shape [\" + (" };
        void AddShape(string end)
        {
            text.AddRange(Enumerable.Repeat(") + \", \" + (", lengths.Length - 1));
            text.Add(end);
        }

        AddShape($") + \"] and must have that of '{of}', [\" + (");
        AddShape($") + \"].\", \"{name}\")");
        return new Throw([.. text], [.. lengths, .. expected], Always: true);
    }
}

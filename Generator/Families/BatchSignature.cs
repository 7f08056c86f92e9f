using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.LeaveSsa;

namespace StaticAd.Generator.Families;

/// <summary>A span over the batch, in place of a scalar.</summary>
/// <param name="Scalar">The parameter of the scalar method; null for what it returns.</param>
internal sealed record BatchSpan(Parameter? Scalar, Parameter Span);

/// <summary>The parameters of a batched method: the scalar method's, with spans where the elements of the batch differ.</summary>
internal sealed class BatchSignature
{
    private readonly HashSet<string> _taken;

    /// <param name="scalar">The method of one element.</param>
    public BatchSignature(GeneratedMethod scalar, MethodModel model)
    {
        Scalar = scalar;
        Model = model;
        Values = new ValueSource(1 + HighestId.In(scalar));
        Element = (ScalarType)scalar.Return.Components[0].Type;
        _taken = new HashSet<string>(Inputs.Select(parameter => parameter.Name), StringComparer.Ordinal);
        Read = [.. Inputs.Where(IsFloating).Select(parameter => new BatchSpan(parameter, Span(parameter.Name, BufferKind.ReadOnlySpan)))];
        Written =
        [
            new BatchSpan(null, Span(Free("value"), BufferKind.Span)),
            .. scalar.Parameters.Where(parameter => parameter.Passing == Passing.Out)
                .Select(parameter => new BatchSpan(parameter, Span(Free(parameter.Name), BufferKind.Span))),
        ];
        Parameters =
        [
            .. Inputs.Select(parameter => Read.FirstOrDefault(span => span.Scalar == parameter)?.Span ?? parameter),
            .. Written.Select(span => span.Span),
        ];
    }

    public GeneratedMethod Scalar { get; }

    public MethodModel Model { get; }

    public ValueSource Values { get; }

    /// <summary>The type of one element of every span.</summary>
    public ScalarType Element { get; }

    public IReadOnlyList<BatchSpan> Read { get; }

    public IReadOnlyList<BatchSpan> Written { get; }

    /// <summary>All of them, in the order of the contract.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The scalar method's own parameters.</summary>
    public IEnumerable<Parameter> Inputs => Scalar.Parameters.Where(parameter => parameter.Passing != Passing.Out);

    /// <summary>The value that one element yields for a span.</summary>
    public Value Yield(BatchSpan written)
    {
        int index = 0;
        while (Scalar.Targets[index].Parameter != written.Scalar?.Name)
        {
            index++;
        }

        return Scalar.Body.Yields[index];
    }

    /// <summary>A span under another name.</summary>
    public Parameter Span(string name, BufferKind kind)
    {
        var type = new BufferType(Element, kind);
        string declaration = $"{new TypeText(Model.HiddenNames).Of(type)} {Identifiers.Escape(name)}";
        return new Parameter(name, declaration, type, Passing.Value, Values.New(type, name), IsActive: true);
    }

    private string Free(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    private static bool IsFloating(Parameter parameter) => parameter.Type is ScalarType { IsFloating: true };
}

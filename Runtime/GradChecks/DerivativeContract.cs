using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>The derivative methods that belong to a function, by the contract's names and signatures.</summary>
[RequiresDynamicCode("Makes generic types.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class DerivativeContract(FunctionSignature function)
{
    private readonly string _name = function.FamilyName;
    private readonly Type _result = function.Method.ReturnType;

    public MemberSignature Vjp => new(_name + "Vjp", _result, [.. Primals(), .. Cotangents(), .. Gradients(Passing.Out)]);

    public MemberSignature Jvp => new(_name + "Jvp", _result, [.. Primals(), .. Tangents(), .. OutputTangents()]);

    public MemberSignature Forward => new(_name + "Forward", _result, [.. Primals(), Tape]);

    public MemberSignature Backward => new(
        _name + "Backward", typeof(void), [.. PrimalsAfterwards(), .. Cotangents(), .. Gradients(Passing.Ref), Tape]);

    public MemberSignature? ValueAndGradient => function.HasScalarResultOnly
        ? new(_name + "ValueAndGradient", _result, [.. Primals(), .. Gradients(Passing.Out)])
        : null;

    public MemberSignature? Gradient
    {
        get
        {
            if (!function.HasScalarResultOnly)
            {
                return null;
            }

            IReadOnlyList<Segment> inputs = function.Inputs.Segments;
            if (inputs.Any(static input => input.Leaves != null || input.Parameter!.Passing != Passing.Value))
            {
                return new(_name + "Gradient", typeof(void), [.. Primals(), .. Gradients(Passing.Out)]);
            }

            Type[] types = [.. inputs.Select(static input => input.ElementType)];
            return new(_name + "Gradient", types.Length == 1 ? types[0] : FunctionSignature.TupleOf(types), [.. Primals()]);
        }
    }

    public MemberSignature Jacobian => new(_name + "Jacobian", _result, [.. Primals(), Matrix]);

    public MemberSignature? Hvp => function.HasScalarResultOnly
        ? new(_name + "Hvp", _result, [.. Primals(), .. Tangents(), .. Gradients(Passing.Out)])
        : null;

    public MemberSignature? Hessian => function.HasScalarResultOnly
        ? new(_name + "Hessian", _result, [.. Primals(), Matrix])
        : null;

    public MemberSignature? Batch => IsBatchable ? new(_name + "Batch", typeof(void), [.. BatchPrimals(), BatchValue]) : null;

    public MemberSignature? ValueAndGradientBatch => IsBatchable
        ? new(_name + "ValueAndGradientBatch", typeof(void), [.. BatchPrimals(), BatchValue, .. BatchGradients()])
        : null;

    private static MemberParameter Tape => new(Role.Tape, 0, typeof(Tape));

    private static MemberParameter Matrix => new(Role.Matrix, 0, typeof(Span<double>));

    private bool IsBatchable =>
        function.HasScalarResultOnly && function.Parameters.All(static parameter =>
            parameter.Passing == Passing.Value && !StructLeaf.IsStruct(parameter.ElementType));

    private MemberParameter BatchValue => new(Role.BatchValue, 0, typeof(Span<>).MakeGenericType(_result));

    private IEnumerable<MemberParameter> Primals() => function.Parameters.Select(Primal);

    private static MemberParameter Primal(FunctionParameter parameter) => parameter.Passing switch
    {
        Passing.Array => new(Role.Primal, parameter.Position, parameter.ArgumentType),
        Passing.ReadOnlySpan => new(Role.Primal, parameter.Position, parameter.View ?? typeof(ReadOnlySpan<>).MakeGenericType(parameter.ElementType)),
        Passing.Span => new(Role.Primal, parameter.Position, typeof(Span<>).MakeGenericType(parameter.ElementType)),
        _ => new(Role.Primal, parameter.Position, parameter.ElementType, parameter.Passing) { IsReceiver = parameter.IsReceiver },
    };

    /// <summary>The function's parameters as the backward sweep gets them: what was written may be read-only now.</summary>
    private IEnumerable<MemberParameter> PrimalsAfterwards() =>
        function.Parameters.Where(static parameter => parameter.IsInput).Select(static parameter => Primal(parameter) with
        {
            ReadOnlyType = parameter.Passing switch
            {
                Passing.Span => typeof(ReadOnlySpan<>).MakeGenericType(parameter.ElementType),
                Passing.Ref => parameter.ElementType,
                _ => null,
            },
        });

    private IEnumerable<MemberParameter> Cotangents() => function.Outputs.Segments.Select(static (output, i) =>
        new MemberParameter(
            Role.Cotangent, i, SpanOrScalar(typeof(Span<>), output), output is { IsInOut: true, IsBuffer: false } ? Passing.Ref : Passing.Value));

    private IEnumerable<MemberParameter> Gradients(Passing scalars) => function.Inputs.Segments
        .Select((input, i) => new MemberParameter(
            Role.Gradient, i, SpanOrScalar(typeof(Span<>), input), input.IsBuffer ? Passing.Value : scalars))
        .Where(gradient => !function.Inputs.Segments[gradient.Index].IsInOut);

    private IEnumerable<MemberParameter> Tangents() => function.Inputs.Segments.Select(static (input, i) =>
        new MemberParameter(
            Role.Tangent,
            i,
            SpanOrScalar(input.IsInOut ? typeof(Span<>) : typeof(ReadOnlySpan<>), input),
            input is { IsInOut: true, IsBuffer: false } ? Passing.Ref : Passing.Value));

    private IEnumerable<MemberParameter> OutputTangents() => function.Outputs.Segments
        .Select(static (output, i) => new MemberParameter(Role.OutputTangent, i, output.ElementType, Passing.Out))
        .Where(tangent => !function.Outputs.Segments[tangent.Index].IsInOut);

    private IEnumerable<MemberParameter> BatchPrimals() => function.Parameters.Select(static parameter =>
        new MemberParameter(Role.Primal, parameter.Position, IsFloating(parameter)
            ? typeof(ReadOnlySpan<>).MakeGenericType(parameter.ElementType)
            : parameter.ElementType) { IsReceiver = parameter.IsReceiver });

    private IEnumerable<MemberParameter> BatchGradients() => function.Inputs.Segments.Select(static (input, i) =>
        new MemberParameter(Role.Gradient, i, typeof(Span<>).MakeGenericType(input.ElementType)));

    private static Type SpanOrScalar(Type span, Segment segment) =>
        segment is { Shape: not null, Parameter.View: null } ? segment.Parameter.ArgumentType : segment.IsBuffer ? span.MakeGenericType(segment.ElementType) : segment.ElementType;

    /// <summary>Whether a batch has a value of the parameter for each element.</summary>
    public static bool IsFloating(FunctionParameter parameter) =>
        Number.Is(parameter.ElementType);
}

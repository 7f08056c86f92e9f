using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>What a pullback gives: the gradient of each scalar input, by the parameter's name. Those of buffers are in memory.</summary>
internal sealed class ScalarGradients
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    public Value? Find(Parameter parameter) => _values.TryGetValue(parameter.Name, out Value value) ? value : null;

    public void Add(Parameter parameter, Value value) => _values.Add(parameter.Name, value);
}

/// <summary>Where a pullback gets its operands.</summary>
/// <param name="Cotangent">Of an output; memory is transformed in place.</param>
/// <param name="Gradient">The memory that takes the gradient of a buffer.</param>
internal sealed record PullbackOperands(Func<SignaturePart, Value> Cotangent, Func<SignaturePart, Value> Gradient);

/// <summary>The pullback of one call, through a Vjp rule or through a Forward and a Backward rule.</summary>
internal sealed class Pullback(CallSite site, RuleMethods rules, RuleCalls calls)
{
    /// <summary>Cotangents, then gradients, as the rules have them.</summary>
    public IReadOnlyList<SignaturePart> Parts =>
        [.. (site.Callee.Rules!.Vjp is not null ? rules.Vjp(site.Callee) : rules.Backward(site.Callee)).Parts
            .Where(part => part.Role is Role.Cotangent or Role.Gradient)];

    /// <summary>One application, which also runs the primal again: on memory that it may change.</summary>
    /// <param name="primal">What the primal gets.</param>
    public ScalarGradients Apply(BlockBuilder builder, Func<Parameter, Value> primal, PullbackOperands operands)
    {
        if (site.Callee.Rules!.Vjp is null)
        {
            return Replay(builder, Record(builder, primal), operands);
        }

        var gradients = new ScalarGradients();
        builder.Append(rules.Vjp(site.Callee).Invoke(
            Again(builder),
            part => part.Role switch
            {
                Role.Primal => primal(part.Of!),
                Role.Cotangent => operands.Cotangent(part),
                _ => operands.Gradient(part),
            },
            part => Result(part, gradients, builder)));
        return gradients;
    }

    /// <summary>The Backward rule, for a call that has been recorded.</summary>
    /// <param name="left">The primal's arguments as the recording left them.</param>
    public ScalarGradients Replay(BlockBuilder builder, Func<Parameter, Value> left, PullbackOperands operands)
    {
        var gradients = new ScalarGradients();
        builder.Append(rules.Backward(site.Callee).Invoke(
            [],
            part => part.Role switch
            {
                Role.Primal => left(part.Of!),
                Role.Cotangent => operands.Cotangent(part),
                Role.Tape => calls.Tape,
                _ when part.Parameter.Type is BufferType => operands.Gradient(part),
                _ => builder.Constant(0, part.Parameter.Type),
            },
            part => Result(part, gradients, builder)));
        return gradients;
    }

    // Where the recording leaves the primal's arguments.
    private Func<Parameter, Value> Record(BlockBuilder builder, Func<Parameter, Value> primal)
    {
        var references = new Dictionary<string, Value>(StringComparer.Ordinal);
        builder.Append(rules.Forward(site.Callee).Invoke(
            Again(builder),
            part => part.Role == Role.Tape ? calls.Tape : primal(part.Of!),
            part => references[part.Of!.Name] = builder.Values.New(part.Parameter.Type)));
        return parameter => references.TryGetValue(parameter.Name, out Value value) ? value : primal(parameter);
    }

    private Value[] Again(BlockBuilder builder) => [.. site.Returned.Select(value => builder.Values.New(value.Type))];

    private Value Result(SignaturePart part, ScalarGradients gradients, BlockBuilder builder)
    {
        string? argument = part.Role == Role.Primal || part.Of!.Passing == Passing.Out ? null : site.Argument(part.Of!).Name;
        Value result = builder.Values.New(part.Parameter.Type, argument is null ? null : Naming.Gradient(argument));
        if (part.Role != Role.Primal)
        {
            gradients.Add(part.Of!, result);
        }

        return result;
    }
}

/// <summary>The primal's arguments for applications of a rule that run the primal again: what it writes are private copies.</summary>
internal sealed class PrivateArguments
{
    private readonly CallSite _site;
    private readonly Func<Parameter, Value> _unchanged;
    private readonly Dictionary<string, Value> _private = new(StringComparer.Ordinal);

    /// <param name="unchanged">Memory that holds what a buffer held at the call; not asked for working memory.</param>
    /// <param name="scratch">New zeroed memory of the length of an argument.</param>
    public PrivateArguments(CallSite site, Func<Parameter, Value> unchanged, Func<Parameter, Value> scratch)
    {
        _site = site;
        _unchanged = unchanged;
        foreach (Parameter parameter in site.Buffers.Where(parameter => parameter.IsWritableSpan))
        {
            _private.Add(parameter.Name, scratch(parameter));
        }
    }

    /// <summary>Gives the private copies what the originals held at the call.</summary>
    public void Renew(BlockBuilder builder)
    {
        foreach (Parameter parameter in _site.Buffers.Where(parameter => parameter is { IsWritableSpan: true, IsScratch: false }))
        {
            builder.Append(new Copy(_unchanged(parameter), _private[parameter.Name]));
        }
    }

    public Value Of(Parameter parameter) =>
        _private.TryGetValue(parameter.Name, out Value copy) ? copy
        : parameter.Type is BufferType ? _unchanged(parameter)
        : _site.Argument(parameter);
}

using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>One call of a method with rules, by the parameters of the method.</summary>
internal sealed class CallSite
{
    private readonly Dictionary<string, Value> _arguments = new(StringComparer.Ordinal);
    private readonly CallGraph _calls;

    public CallSite(Call call, CallGraph calls, Activity activity, Memory memory)
    {
        _calls = calls;
        Call = call;
        Callee = calls[call];
        Activity = activity;
        Memory = memory;
        foreach ((Parameter parameter, Value argument) in calls.Arguments(call))
        {
            _arguments.Add(parameter.Name, argument);
        }
    }

    public Call Call { get; }

    public Method Callee { get; }

    public Activity Activity { get; }

    public Memory Memory { get; }

    /// <summary>What the call returns.</summary>
    public IEnumerable<Value> Returned => Call.Outputs.Take(Callee.Return.Components.Count);

    /// <summary>The parameters that are buffers.</summary>
    public IEnumerable<Parameter> Buffers => Callee.Parameters.Where(parameter => parameter.Type is BufferType);

    /// <summary>Whether a derivative passes through the call.</summary>
    public bool IsActive => ActiveOutputs.Any() || Callee.Parameters.Any(parameter => parameter is { IsWritableSpan: true, CarriesDerivative: true } && IsActiveArgument(parameter));

    /// <summary>Whether the call overwrites memory that carries derivatives with what carries none.</summary>
    public bool Silences => Silenced.Any();

    /// <summary>Memory with derivatives that the call overwrites with passive content or uses as working memory.</summary>
    public IEnumerable<Value> Silenced => Callee.Parameters
        .Where(parameter => parameter is { IsWritableSpan: true, CarriesDerivative: false } && IsActiveArgument(parameter))
        .Select(Argument);

    /// <summary>What goes in; not for <c>out</c>.</summary>
    public Value Argument(Parameter parameter) => _arguments[parameter.Name];

    public bool IsActiveArgument(Parameter parameter) => Activity.IsActive(Argument(parameter));

    /// <summary>What a <c>ref</c> argument holds after the call.</summary>
    public Value Left(Parameter parameter)
    {
        int index = Callee.Return.Components.Count;
        foreach (Parameter candidate in Callee.Parameters.TakeWhile(candidate => !ReferenceEquals(candidate, parameter)))
        {
            index += candidate.YieldsScalar ? 1 : 0;
        }

        return Call.Outputs[index];
    }

    /// <summary>The call's output that a cotangent or an output tangent belongs to.</summary>
    public Value Output(SignaturePart part) => Call.Outputs[part.Output];

    private IEnumerable<Value> ActiveOutputs =>
        _calls.Outputs(Call).Where(pair => pair.IsActive && Activity.IsActive(pair.Output)).Select(pair => pair.Output);

    /// <summary>Checks that memory which the call writes is apart from its other memory, where both are parts of one.</summary>
    public void CheckDisjoint(RuleMethods rules, BlockBuilder builder)
    {
        Parameter[] buffers = [.. Buffers];
        foreach (Parameter written in buffers.Where(parameter => parameter.IsWritableSpan))
        {
            foreach (Parameter other in buffers.Where(parameter => !ReferenceEquals(parameter, written)))
            {
                bool isSecond = other.IsWritableSpan && Array.IndexOf(buffers, other) < Array.IndexOf(buffers, written);
                if (!isSecond && Memory.Root(Argument(written)).Equals(Memory.Root(Argument(other))))
                {
                    builder.Append(rules.Disjoint(Argument(written), Argument(other), written, other, builder));
                }
            }
        }
    }
}

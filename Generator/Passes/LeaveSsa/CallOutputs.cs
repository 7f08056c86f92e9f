using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Sorts a call's arguments and outputs by the parameters and return components they belong to.</summary>
internal sealed class CallOutputs
{
    private CallOutputs(List<Value> returned, List<CallArgument> arguments)
    {
        Returned = returned;
        Arguments = arguments;
    }

    /// <summary>One per component of the return.</summary>
    public IReadOnlyList<Value> Returned { get; }

    /// <summary>One per parameter.</summary>
    public IReadOnlyList<CallArgument> Arguments { get; }

    /// <summary>The <c>ref</c> parameters: a variable that goes in with one value and comes out with another.</summary>
    public IEnumerable<(Value Output, Value Input)> References =>
        Arguments.Where(argument => argument.Passing == Passing.Ref).Select(argument => (argument.Output!, argument.Input!));

    public static CallOutputs Of(Call call, Method callee)
    {
        int output = callee.Return.Components.Count, input = 0;
        var arguments = new List<CallArgument>();
        foreach (Parameter parameter in callee.Parameters)
        {
            arguments.Add(new CallArgument(
                parameter,
                parameter.Passing == Passing.Out ? null : call.Arguments[input++],
                parameter.YieldsScalar ? call.Outputs[output++] : null));
        }

        return new CallOutputs([.. call.Outputs.Take(callee.Return.Components.Count)], arguments);
    }
}

/// <param name="Input">What goes in; null for <c>out</c>.</param>
/// <param name="Output">What comes out; null unless <c>ref</c> or <c>out</c>.</param>
internal sealed record CallArgument(Parameter Parameter, Value? Input, Value? Output)
{
    public Passing Passing => Parameter.Passing;
}

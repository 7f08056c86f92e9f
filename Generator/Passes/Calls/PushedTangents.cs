using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>Forward mode through a Jvp rule: the rule in place of the call.</summary>
internal sealed class PushedTangents(CallSite site, RuleMethods rules, TangentPass tangents, BlockBuilder builder)
{
    public void Append()
    {
        var results = new List<(Value Output, Value Tangent)>();
        Call call = rules.Jvp(site.Callee).Invoke(
            site.Returned,
            part => part.Role == Role.Primal ? site.Argument(part.Of!) : TangentOf(part.Of!),
            part => part.Role == Role.Primal ? site.Output(part) : NewTangent(part, results));
        builder.Append(call);
        foreach ((Value output, Value tangent) in results)
        {
            tangents.SetTangent(output, tangent);
        }
    }

    private Value TangentOf(Parameter parameter)
    {
        Value argument = site.Argument(parameter);
        return parameter.Type is not BufferType ? tangents.TangentOf(argument, builder)
            : site.IsActiveArgument(parameter) ? tangents.Shadow(argument, builder)
            : builder.ZerosLike(argument);
    }

    private Value NewTangent(SignaturePart part, List<(Value Output, Value Tangent)> results)
    {
        Value output = site.Output(part);
        Value tangent = builder.Values.New(output.Type, output.Name is null ? null : Naming.Tangent(output.Name));
        results.Add((output, tangent));
        return tangent;
    }
}

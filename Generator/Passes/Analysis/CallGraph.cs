using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>Finds the methods that calls name.</summary>
internal sealed class CallGraph(IEnumerable<Method> methods)
{
    private readonly Dictionary<string, Method> _methods = methods.ToDictionary(method => method.Key, StringComparer.Ordinal);

    public IEnumerable<Method> Methods => _methods.Values;

    public Method this[Call call] => _methods[call.Callee];

    /// <summary>The call's arguments with the parameters that take them.</summary>
    public IEnumerable<(Parameter Parameter, Value Argument)> Arguments(Call call) =>
        this[call].Parameters.Where(parameter => parameter.Passing != Passing.Out).Zip(call.Arguments, (p, a) => (p, a));

    /// <summary>The call's outputs with whether each is active: return components first, then <c>ref</c> and <c>out</c>.</summary>
    public IEnumerable<(bool IsActive, Value Output)> Outputs(Call call)
    {
        Method method = this[call];
        IEnumerable<bool> active = method.Return.Components.Select(component => component.IsActive)
            .Concat(method.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.IsActive));
        return active.Zip(call.Outputs, (a, output) => (a, output));
    }
}

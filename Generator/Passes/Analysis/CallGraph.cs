using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>Finds the methods that calls name.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<string, Method> _methods;
    private readonly Dictionary<string, Method> _checks;

    public CallGraph(IEnumerable<Method> methods)
        : this(methods, new Dictionary<string, Method>(StringComparer.Ordinal))
    {
    }

    private CallGraph(IEnumerable<Method> methods, Dictionary<string, Method> checks)
    {
        _methods = methods.ToDictionary(method => method.Key, StringComparer.Ordinal);
        _checks = checks;
    }

    public IEnumerable<Method> Methods => _methods.Values.Concat(_checks.Values.Where(check => !_methods.ContainsKey(check.Key)));

    public Method this[Call call] => Find(call.Callee) ?? throw new KeyNotFoundException($"Nothing is known of '{call.Callee}'.");

    public Method? Find(string key) => _methods.TryGetValue(key, out Method? method) || _checks.TryGetValue(key, out method) ? method : null;

    /// <summary>Adds a check at run time that the passes have put in.</summary>
    public void Add(Method check) => _checks[check.Key] = check;

    /// <summary>The same methods with other rules, sharing the checks.</summary>
    public CallGraph With(Func<Method, Method> change) => new(_methods.Values.Select(change), _checks);

    /// <summary>The call's arguments with the parameters that take them.</summary>
    public IEnumerable<(Parameter Parameter, Value Argument)> Arguments(Call call) => this[call] is { IsCheck: true }
        ? []
        : this[call].Parameters.Where(parameter => parameter.Passing != Passing.Out).Zip(call.Arguments, (p, a) => (p, a));

    /// <summary>The call's outputs with whether each is active: return components first, then <c>ref</c> and <c>out</c>.</summary>
    public IEnumerable<(bool IsActive, Value Output)> Outputs(Call call)
    {
        Method method = this[call];
        IEnumerable<bool> active = method.Return.Components.Select(component => component.IsActive)
            .Concat(method.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.IsActive));
        return active.Zip(call.Outputs, (a, output) => (a, output));
    }
}

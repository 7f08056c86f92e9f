using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Sorts what a method's body yields into the return's components and last values of parameters.</summary>
internal sealed class MethodResults
{
    private readonly List<BorderCopy> _writes = [];
    private readonly List<Value> _returned = [];
    private readonly Dictionary<string, Value> _lastValues = [];

    public MethodResults(GeneratedMethod method, int firstFreeId)
    {
        for (int i = 0; i < method.Targets.Count; i++)
        {
            if (method.Targets[i].Parameter is not { } name)
            {
                _returned.Add(method.Body.Yields[i]);
                continue;
            }

            Parameter parameter = method.Parameters.First(parameter => parameter.Name == name);
            var last = new Value(firstFreeId + i, parameter.Type, null);
            _lastValues.Add(name, last);
            _writes.Add(new BorderCopy(last, method.Body.Yields[i], 0));
        }
    }

    public IReadOnlyList<Value> Returned => _returned;

    /// <summary>What the <c>ref</c> and <c>out</c> parameters take at the end.</summary>
    public IReadOnlyList<BorderCopy> Writes => _writes;

    /// <summary>The value that stands for what a <c>ref</c> or <c>out</c> parameter holds at the end.</summary>
    public Value? LastValue(Parameter parameter) => _lastValues.TryGetValue(parameter.Name, out Value? value) ? value : null;
}

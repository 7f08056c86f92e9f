using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Sorts what a method's body yields into the return's components and last values of parameters.</summary>
internal sealed class MethodResults
{
    private readonly List<BorderCopy> _writes = [];
    private readonly List<Value> _returned = [];
    private readonly Dictionary<string, Value> _lastValues = [];
    private readonly List<(StructParameter Of, List<(int Leaf, Value Value)> Leaves)> _structs = [];

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
            if (parameter.Of is { } whole)
            {
                AddLeaf(whole, parameter.Leaf, method.Body.Yields[i]);
                continue;
            }

            var last = new Value(firstFreeId + i, parameter.Type, null);
            _lastValues.Add(name, last);
            _writes.Add(new BorderCopy(last, method.Body.Yields[i], 0));
        }
    }

    public IReadOnlyList<Value> Returned => _returned;

    /// <summary>What the <c>ref</c> and <c>out</c> parameters of structure types are made of at the end.</summary>
    public IReadOnlyList<(StructParameter Of, List<(int Leaf, Value Value)> Leaves)> Structs => _structs;

    /// <summary>All values that are read when the body is done, apart from <see cref="Writes"/>.</summary>
    public IEnumerable<Value> ReadAtEnd => _returned.Concat(_structs.SelectMany(item => item.Leaves).Select(leaf => leaf.Value));

    /// <summary>What the <c>ref</c> and <c>out</c> parameters take at the end.</summary>
    public IReadOnlyList<BorderCopy> Writes => _writes;

    /// <summary>The value that stands for what a <c>ref</c> or <c>out</c> parameter holds at the end.</summary>
    public Value? LastValue(Parameter parameter) => _lastValues.TryGetValue(parameter.Name, out Value? value) ? value : null;

    private void AddLeaf(StructParameter whole, int leaf, Value value)
    {
        int index = _structs.FindIndex(item => item.Of.Name == whole.Name);
        if (index < 0)
        {
            index = _structs.Count;
            _structs.Add((whole, []));
        }

        _structs[index].Leaves.Add((leaf, value));
    }
}

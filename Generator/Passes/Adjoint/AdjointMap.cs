using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// The adjoints of scalars while one region is reversed. An adjoint that is absent is zero by structure. A region has a map of
/// its own; what it adds to the adjoints of values from outside leaves it as a result of the reversed operation.
/// </summary>
internal abstract class AdjointMap(Activity activity, HashSet<int> own)
{
    private readonly Dictionary<int, Value> _adjoints = [];
    private readonly List<Value> _touched = [];

    /// <summary>Values from outside whose adjoint the region has changed, in order of first change.</summary>
    public IReadOnlyList<Value> Touched => _touched;

    /// <summary>The adjoint so far; null for zero.</summary>
    public Value? Get(Value value)
    {
        if (_adjoints.TryGetValue(value.Id, out Value? adjoint))
        {
            return adjoint;
        }

        return own.Contains(value.Id) ? null : FromOutside(value);
    }

    public void Set(Value value, Value adjoint)
    {
        if (!own.Contains(value.Id) && !_touched.Contains(value))
        {
            _touched.Add(value);
        }

        _adjoints[value.Id] = adjoint;
    }

    /// <summary>Adds to an adjoint; nothing happens for a value that carries none.</summary>
    public void Add(Value value, Value? contribution, BlockBuilder builder)
    {
        if (contribution is null || !activity.IsActive(value))
        {
            return;
        }

        string? name = value.Name is null ? null : Naming.Gradient(value.Name);
        Value? current = Get(value);
        Set(value, current is null ? builder.Rename(contribution, name) : builder.Add(current, contribution, name));
    }

    protected abstract Value? FromOutside(Value value);

    protected void Remember(Value value, Value adjoint) => _adjoints[value.Id] = adjoint;
}

/// <summary>The adjoints of the outermost region: parameters are its own.</summary>
internal sealed class MethodAdjoints(Activity activity, HashSet<int> own) : AdjointMap(activity, own)
{
    protected override Value? FromOutside(Value value) => null;
}

/// <summary>The adjoints in one arm of a branch: those from outside are simply in scope.</summary>
internal sealed class ArmAdjoints(Activity activity, HashSet<int> own, AdjointMap outside) : AdjointMap(activity, own)
{
    protected override Value? FromOutside(Value value) => outside.Get(value);
}

/// <summary>The adjoints in a loop body: those from outside are carried from iteration to iteration.</summary>
internal sealed class BodyAdjoints(Activity activity, HashSet<int> own, ValueSource values) : AdjointMap(activity, own)
{
    private readonly Dictionary<int, Value> _entries = [];

    /// <summary>The carried parameter that holds the adjoint of a value from outside at the start of an iteration.</summary>
    public Value Entry(Value value) => _entries[value.Id];

    protected override Value? FromOutside(Value value)
    {
        Value entry = values.New(value.Type, value.Name is null ? null : Naming.Gradient(value.Name));
        _entries.Add(value.Id, entry);
        Remember(value, entry);
        return entry;
    }
}

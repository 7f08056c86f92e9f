using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// The values that all lanes share. What depends on nothing inside the loop moves before it, unless it could throw: an empty
/// batch evaluates nothing.
/// </summary>
internal sealed class Uniforms(LaneTypes types, BlockBuilder prologue)
{
    private readonly HashSet<int> _invariant = [];
    private readonly Dictionary<int, Value> _broadcasts = [];
    private readonly Dictionary<int, double> _constants = [];
    private readonly Dictionary<int, string> _names = [];

    public void AddInvariant(Value value) => _invariant.Add(value.Id);

    /// <summary>The same operation on the values that stand for its operands.</summary>
    public Value Copy(Operation operation, Func<Value, Value> map, BlockBuilder target)
    {
        bool hoists = IsInvariant(operation, map);
        Value result = CopyOf(operation, map).Invoke(hoists ? prologue : target).Single();
        if (hoists)
        {
            AddInvariant(result);
        }

        if (operation is Constant constant)
        {
            _constants.Add(result.Id, constant.Number);
        }

        if (operation is Compute { Opcode: Opcode.Convert } conversion && NameOf(map(conversion.Arguments[0])) is { } name)
        {
            _names.Add(result.Id, name);
        }

        return result;
    }

    /// <summary>Moves an operation with all its regions before the loop.</summary>
    public IReadOnlyList<Value> Hoist(Operation operation, Func<Value, Value> map)
    {
        Value[] results = [.. CopyOf(operation, map).Invoke(prologue)];
        foreach (Value result in results)
        {
            AddInvariant(result);
        }

        return results;
    }

    /// <summary>Whether an operation could as well run before the loop, whether or not anybody wants its results.</summary>
    public bool IsInvariant(Operation operation, Func<Value, Value> map) =>
        !operation.InnerOperations().Prepend(operation).Any(Skipping.MayThrow)
        && operation.FreeValues().All(value => _invariant.Contains(map(value).Id));

    /// <summary>The same value in every lane, of a number or truth value that they share.</summary>
    public Value Broadcast(Value uniform, BlockBuilder target)
    {
        if (_broadcasts.TryGetValue(uniform.Id, out Value? known))
        {
            return known;
        }

        bool hoists = _invariant.Contains(uniform.Id);
        BlockBuilder place = hoists ? prologue : target;
        string? name = NameOf(uniform) is { } own ? own + "Lanes" : null;
        bool isTruth = uniform.Type == IrType.Bool;
        Value scalar = isTruth || uniform.Type.Equals(types.Element) ? uniform : place.Compute(Opcode.Convert, types.Element, null, uniform);
        Value lanes = place.Compute(Opcode.Broadcast, isTruth ? types.Mask : types.Lane, name, scalar);
        if (hoists)
        {
            _broadcasts.Add(uniform.Id, lanes);
        }

        if (isTruth && _constants.TryGetValue(uniform.Id, out double truth))
        {
            _constants.Add(lanes.Id, truth);
        }

        return lanes;
    }

    // A converted number goes by the number's name.
    private string? NameOf(Value value) => value.Name ?? (_names.TryGetValue(value.Id, out string? name) ? name : null);

    /// <summary>Zero, or false.</summary>
    public Value Zero(bool isTruth)
    {
        Value zero = prologue.Constant(0, isTruth ? IrType.Bool : types.Element);
        AddInvariant(zero);
        _constants.Add(zero.Id, 0);
        return zero;
    }

    /// <summary>What a mask is in every lane, if that is known.</summary>
    public bool? Truth(Value mask) => _constants.TryGetValue(mask.Id, out double truth) ? truth != 0 : null;

    private static Func<BlockBuilder, IEnumerable<Value>> CopyOf(Operation operation, Func<Value, Value> map) => builder =>
    {
        Dictionary<int, Value> replacements = operation.FreeValues().ToDictionary(value => value.Id, map);
        Operation copy = new Cloner(builder.Values, replacements).Clone(operation);
        builder.Append(copy);
        return copy.Results;
    };
}

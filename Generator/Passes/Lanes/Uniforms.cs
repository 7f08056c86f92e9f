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
        string? name = uniform.Name is null ? null : uniform.Name + "Lanes";
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

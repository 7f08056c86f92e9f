using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>Computes a value of the reverse sweep already at a point of the forward sweep, where all it depends on is there.</summary>
/// <param name="late">The operations of both sweeps from the point on, by what they define.</param>
/// <param name="isThere">Whether a value exists at the point.</param>
/// <param name="canLoad">Whether memory holds the same at the point as where a load stands.</param>
internal sealed class EarlyComputation(
    IReadOnlyDictionary<int, Operation> late,
    Func<Value, bool> isThere,
    Func<Load, bool> canLoad,
    BlockBuilder target)
{
    private readonly Dictionary<int, Value?> _known = [];

    /// <summary>The value at the earlier point; null where it depends on what comes after.</summary>
    public Value? Compute(Value value)
    {
        if (_known.TryGetValue(value.Id, out Value? early))
        {
            return early;
        }

        if (!late.TryGetValue(value.Id, out Operation? definition))
        {
            return _known[value.Id] = isThere(value) ? value : null;
        }

        Again(definition);
        return _known[value.Id];
    }

    /// <summary>Computes all results of an operation, or none.</summary>
    private void Again(Operation definition)
    {
        Operation? copy = CanRepeat(definition) && Operands(definition) is { } operands
            ? new Cloner(target.Values, operands).Clone(definition)
            : null;
        if (copy is not null)
        {
            target.Append(copy);
        }

        Value[]? results = copy is null ? null : [.. copy.Results];
        int index = 0;
        foreach (Value result in definition.Results)
        {
            _known[result.Id] = results?[index++];
        }
    }

    private bool CanRepeat(Operation operation) => operation switch
    {
        Ir.Compute compute => !GridFunctions.MayThrow(compute),
        Constant or Symbol or Length => true,
        Load load => canLoad(load),
        If branch => branch.InnerOperations().All(inner => inner is Constant or Symbol or Ir.Compute or If),
        _ => false,
    };

    private Dictionary<int, Value>? Operands(Operation operation)
    {
        var map = new Dictionary<int, Value>();
        IEnumerable<Value> operands = operation is If ? operation.FreeValues().OrderBy(value => value.Id) : operation.Operands;
        foreach (Value operand in operands)
        {
            if (Compute(operand) is not { } early)
            {
                return null;
            }

            map[operand.Id] = early;
        }

        return map;
    }
}

using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>Computes a value of the reverse sweep already at a point of the forward sweep, where all it depends on is there.</summary>
/// <param name="late">The operations of both sweeps from the point on, by what they define.</param>
/// <param name="isThere">Whether a value exists at the point.</param>
internal sealed class EarlyComputation(
    IReadOnlyDictionary<int, Operation> late,
    Func<Value, bool> isThere,
    BlockBuilder target)
{
    private readonly Dictionary<int, Value?> _known = [];

    /// <summary>The value at the earlier point; null where it depends on what comes after.</summary>
    public Value? Compute(Value value)
    {
        if (!_known.TryGetValue(value.Id, out Value? early))
        {
            _known[value.Id] = early = late.TryGetValue(value.Id, out Operation? definition)
                ? Again(definition)
                : isThere(value) ? value : null;
        }

        return early;
    }

    private Value? Again(Operation definition)
    {
        if (definition is not (Constant or Symbol or Length or Ir.Compute))
        {
            return null;
        }

        var map = new Dictionary<int, Value>();
        foreach (Value operand in definition.Operands)
        {
            if (Compute(operand) is not { } early)
            {
                return null;
            }

            map[operand.Id] = early;
        }

        Operation copy = new Cloner(target.Values, map).Clone(definition);
        target.Append(copy);
        return copy.Results.Single();
    }
}

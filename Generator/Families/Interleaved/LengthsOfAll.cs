using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>Computes lengths of a method where its memory is not: that of an allocation is what was asked for.</summary>
internal sealed class LengthsOfAll(SummedBatch batch, BlockBuilder body)
{
    private readonly Dictionary<int, Value> _known = [];

    /// <summary>A length, or anything that is computed from lengths and parameters.</summary>
    public Value Of(Value value)
    {
        if (!_known.TryGetValue(value.Id, out Value known))
        {
            known = Compute(value);
            _known.Add(value.Id, known);
        }

        return known;
    }

    /// <summary>An operation on numbers, with what it needs before it.</summary>
    public void Append(Operation operation)
    {
        Dictionary<int, Value> operands = [];
        foreach (Value operand in operation.Operands.Where(operand => batch.OfLengths.Contains(batch.Definition(operand)!)))
        {
            Value length = Of(operand);
            if (length.Id != operand.Id)
            {
                operands[operand.Id] = length;
            }
        }

        body.Append(new Substitution(operands).Rewrite(new Block([], [operation], [])).Operations);
    }

    private Value Compute(Value value)
    {
        switch (batch.Definition(value))
        {
            case null:
                return value;
            case Length { Member: null, Dimension: null } length when batch.Definition(batch.Memory(length.Buffer)) is Allocate memory:
                return Of(memory.Count);
            case { } operation:
                Append(operation);
                return value;
        }
    }
}

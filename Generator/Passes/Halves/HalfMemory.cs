using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>Memory of halves beside memory of floats.</summary>
internal static class HalfMemory
{
    /// <summary>How many of the steps of <see cref="Widened"/> make the memory; the others fill it.</summary>
    public const int StepsOfAllocation = 2;

    /// <summary>Copies elements one by one, each converted to the other's type.</summary>
    public static IReadOnlyList<Operation> Copy(Value source, Value target, ValueSource values)
    {
        var block = new BlockBuilder(values);
        block.ForEach(block.Length(source), (body, index) =>
            body.Append(new Store(target, index, body.Converted(body.Load(source, index), Buffers.ElementOf(target)))));
        return block.Operations;
    }

    /// <summary>New memory with the numbers of a buffer of halves as floats.</summary>
    public static (Value Floats, IReadOnlyList<Operation> Steps) Widened(Value halves, Storage storage, ValueSource values)
    {
        var block = new BlockBuilder(values);
        Value floats = values.New(new BufferType(IrType.Float, BufferKind.Span), halves.Name);
        block.Append(new Allocate(floats, block.Length(halves), storage, Zeroed: false));
        return (floats, [.. block.Operations, .. Copy(halves, floats, values)]);
    }
}

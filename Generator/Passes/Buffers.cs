using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>Steps on whole buffers.</summary>
internal static class Buffers
{
    public static Value NewBuffer(this BlockBuilder builder, IrType element, Value length, bool zeroed, string? name = null)
    {
        Value buffer = builder.Values.New(new BufferType(element, BufferKind.Span), name);
        builder.Append(new Allocate(buffer, length, Storage.Local, zeroed));
        return buffer;
    }

    /// <summary>A new zeroed buffer of the length of another.</summary>
    public static Value ZerosLike(this BlockBuilder builder, Value buffer, string? name = null) =>
        builder.NewBuffer(ElementOf(buffer), builder.Length(buffer), zeroed: true, name);

    /// <summary>A new buffer with what another holds now.</summary>
    public static Value CopyOf(this BlockBuilder builder, Value buffer, string? name = null)
    {
        Value copy = builder.NewBuffer(ElementOf(buffer), builder.Length(buffer), zeroed: false, name);
        builder.Append(new Copy(buffer, copy));
        return copy;
    }

    public static void Clear(this BlockBuilder builder, Value buffer) =>
        builder.Append(new Fill(buffer, builder.Constant(0, ElementOf(buffer))));

    /// <summary>A loop over the indices of a buffer.</summary>
    public static void ForEach(this BlockBuilder builder, Value length, Action<BlockBuilder, Value> step)
    {
        Value index = builder.Values.New(IrType.Int, "i");
        BlockBuilder body = builder.Nested();
        step(body, index);
        builder.Append(new For([], index, builder.Constant(0), length, 1, [], body.Finish([])));
    }

    /// <summary><c>target[i] += source[i]</c>.</summary>
    public static void AddAll(this BlockBuilder builder, Value source, Value target) => builder.ForEach(
        builder.Length(source), (body, index) => body.Append(new Accumulate(target, index, body.Load(source, index))));

    /// <summary>The sum of the products of two buffers' elements.</summary>
    public static Value Dot(this BlockBuilder builder, Value left, Value right)
    {
        IrType element = ElementOf(left);
        Value entry = builder.Values.New(element, "sum"), total = builder.Values.New(element, "sum"), index = builder.Values.New(IrType.Int, "k");
        BlockBuilder body = builder.Nested();
        Value next = body.Add(entry, body.Multiply(body.Load(left, index), body.Load(right, index)), "sum");
        Value initial = builder.Constant(0, element);
        builder.Append(new For([total], index, builder.Constant(0), builder.Length(left), 1, [initial], body.Finish([next], [entry])));
        return total;
    }

    public static Value Converted(this BlockBuilder builder, Value value, IrType type) =>
        value.Type.Equals(type) ? value : builder.Compute(Opcode.Convert, type, null, value);

    public static IrType ElementOf(Value buffer) => ((BufferType)buffer.Type).Element;
}

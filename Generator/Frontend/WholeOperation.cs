using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Methods of the runtime on whole buffers, as IR that the passes differentiate like any callee.</summary>
internal static class WholeOperation
{
    /// <summary>What makes the method's body; null for any other method.</summary>
    public static Func<Signature, Block>? Find(IMethodSymbol method) =>
        method is { Name: "LogSumExp", Parameters.Length: 1 }
        && method.ContainingType.ToDisplayString() == "StaticAd.Special"
            ? LogSumExp
            : null;

    /// <summary>
    /// m + log Σ exp(xᵢ - m) with the largest element m, computed in double. The result does not depend on m, which is
    /// therefore held constant: the derivative is the softmax exp(xᵢ - m) / Σ exp(xⱼ - m). Where m is not finite it is the
    /// result.
    /// </summary>
    private static Block LogSumExp(Signature signature)
    {
        Value x = signature.Parameters[0].Value!;
        var builder = new BlockBuilder(signature.Values);
        Value largest = builder.Function("StopGradient", Largest(builder, x));
        Value isFinite = builder.Values.New(IrType.Bool);
        builder.Append(new Compute(isFinite, Opcode.Function, [largest], "IsFinite"));
        BlockBuilder then = builder.Nested();
        Value shifted = then.Add(largest, then.Function("Log", SumOfExponentials(then, x, largest)));
        Value result = builder.Values.New(IrType.Double);
        builder.Append(new If([result], isFinite, then.Finish([shifted]), builder.Nested().Finish([largest])));
        return builder.Finish([Converted(builder, result, signature.Return.Components[0].Type)]);
    }

    private static Value Largest(BlockBuilder builder, Value x) => Fold(
        builder, x, "largest", double.NegativeInfinity, "double.NegativeInfinity",
        (body, largest, element) => body.Function("Max", largest, element));

    private static Value SumOfExponentials(BlockBuilder builder, Value x, Value largest) => Fold(
        builder, x, "sum", 0, null,
        (body, sum, element) => body.Add(sum, body.Function("Exp", body.Subtract(element, largest)), "sum"));

    private static Value Fold(
        BlockBuilder builder, Value x, string name, double start, string? text, Func<BlockBuilder, Value, Value, Value> step)
    {
        ValueSource values = builder.Values;
        Value initial = builder.Constant(start, IrType.Double, text), length = builder.Length(x), first = builder.Constant(0);
        Value carried = values.New(IrType.Double, name), index = values.New(IrType.Int, "i");
        BlockBuilder body = builder.Nested();
        Value next = step(body, carried, Converted(body, body.Load(x, index), IrType.Double));
        Value result = values.New(IrType.Double, name);
        builder.Append(new For([result], index, first, length, 1, [initial], body.Finish([next], [carried])));
        return result;
    }

    private static Value Converted(BlockBuilder builder, Value value, IrType type) =>
        value.Type.Equals(type) ? value : builder.Compute(Opcode.Convert, type, null, value);
}

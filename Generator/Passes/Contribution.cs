using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>Products of a partial derivative with a tangent or a cotangent.</summary>
internal static class Contribution
{
    /// <summary>
    /// The product, null where it is zero by structure. A partial that depends on a condition is multiplied in its arms: zero
    /// times infinity must not arise from an arm that is not taken.
    /// </summary>
    public static Value? Scale(BlockBuilder builder, Value factor, Value partial)
    {
        Operation? definition = builder.Operations.LastOrDefault(operation => operation.Results.Contains(partial));
        switch (definition)
        {
            case Constant { Number: 1, Text: null }:
                return factor;
            case Constant { Number: -1, Text: null }:
                return builder.Negate(factor);
            case Constant { Number: 0, Text: null }:
                return null;
            case Compute { Opcode: Opcode.Negate } negate:
                return Scale(builder, factor, negate.Arguments[0]) is { } product ? builder.Negate(product) : null;
            case Compute { Opcode: Opcode.Divide } quotient when IsOne(builder, quotient.Arguments[0]):
                return builder.Divide(factor, quotient.Arguments[1]);
            case Compute { Opcode: Opcode.Select } choice:
                Value whenTrue = Scale(builder, factor, choice.Arguments[1]) ?? builder.Constant(0, factor.Type);
                Value whenFalse = Scale(builder, factor, choice.Arguments[2]) ?? builder.Constant(0, factor.Type);
                return builder.Select(choice.Arguments[0], whenTrue, whenFalse);
            default:
                return builder.Multiply(partial, factor);
        }
    }

    private static bool IsOne(BlockBuilder builder, Value value) =>
        builder.Operations.Any(operation => operation is Constant { Number: 1, Text: null } && operation.Results.Contains(value));
}

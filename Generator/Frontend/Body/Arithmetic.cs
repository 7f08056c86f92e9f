using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Values computed of values; of what has been reported, another unknown value.</summary>
internal sealed class Arithmetic(BodyState state)
{
    public Value Compute(Opcode opcode, IrType type, string? name, params Value[] arguments) =>
        arguments.Any(UnknownType.Is) || type is UnknownType ? state.Unknown() : state.Block.Compute(opcode, type, name, arguments);

    public Value Compare(Opcode comparison, Value left, Value right) => Compute(comparison, IrType.Bool, null, left, right);

    public Value Not(Value condition) => Compute(Opcode.Not, IrType.Bool, null, condition);

    /// <summary>Whether both hold; null stands for what always does.</summary>
    public Value? Both(Value? left, Value? right) =>
        left is not null && right is not null ? Compute(Opcode.And, IrType.Bool, null, left, right) : left ?? right;

    /// <summary>An elementary function.</summary>
    public Value Apply(string id, IrType type, string? name, params Value[] arguments)
    {
        if (arguments.Any(UnknownType.Is))
        {
            return state.Unknown();
        }

        Value result = state.Values.New(type, name);
        state.Block.Append(new Compute(result, Opcode.Function, arguments.ToEquatableArray(), id));
        return result;
    }
}

using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Values computed of values, unless what they are made of has been reported already.</summary>
internal sealed class Arithmetic(BodyState state)
{
    /// <summary>A computation, unless what it is made of has been reported already.</summary>
    public Value Compute(Opcode opcode, IrType type, string? name, params Value[] arguments) =>
        arguments.Any(UnknownType.Is) || type is UnknownType ? state.Unknown() : state.Block.Compute(opcode, type, name, arguments);

    public Value Compare(Opcode comparison, Value left, Value right) => Compute(comparison, IrType.Bool, null, left, right);

    public Value Not(Value condition) => Compute(Opcode.Not, IrType.Bool, null, condition);

    public Value? Both(Value? left, Value? right) =>
        left is not null && right is not null ? Compute(Opcode.And, IrType.Bool, null, left, right) : left ?? right;

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

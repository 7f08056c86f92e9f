using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Numbers in another type, and what is known of numbers that are another's in another type.</summary>
internal sealed class Conversions(BodyState state, Arithmetic arithmetic)
{
    /// <summary>The number that a converted one, of the same value, comes from.</summary>
    private readonly Dictionary<int, Value> _exact = [];

    public Value Convert(Value value, IrType type, string? name)
    {
        if (value.Type.Equals(type))
        {
            return value;
        }

        if (Exact(value, type) is { } exact)
        {
            return exact;
        }

        Value converted = arithmetic.Compute(Opcode.Convert, type, name, value);
        if (Widens(value.Type, type))
        {
            NoteExact(converted, value);
        }

        return converted;
    }

    public void NoteExact(Value converted, Value original) => _exact[converted.Id] = original;

    private Value? Exact(Value value, IrType type) => _exact.TryGetValue(value.Id, out Value exact) && exact.Type.Equals(type) ? exact : null;

    /// <summary>A number of another integer type that is known to fit.</summary>
    public Value Narrow(Value value, ScalarType type)
    {
        if (UnknownType.Is(value) || value.Type.Equals(type))
        {
            return value;
        }

        if (state.Block.Operations.OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == value.Id) is { } known)
        {
            return state.Block.Constant(known.Number, type);
        }

        return Exact(value, type) ?? Convert(value, type, null);
    }

    /// <summary>An index or a size as an <c>int</c>; one that is none is one that no buffer has.</summary>
    public Value? AsInt(Value value)
    {
        if (value.Type is not ScalarType { IsInteger: true } type)
        {
            return null;
        }

        if (type.Kind == ScalarKind.Int)
        {
            return value;
        }

        if (_exact.TryGetValue(value.Id, out Value exact) && (exact.Type.Equals(IrType.Int) || Widens(exact.Type, IrType.Int)))
        {
            return Convert(exact, IrType.Int, null);
        }

        Value clamped = type.Kind switch
        {
            ScalarKind.Long => arithmetic.Apply("Clamp", type, null, value, state.Block.Constant(-1, type), state.Block.Constant(int.MaxValue, type)),
            ScalarKind.ULong => arithmetic.Apply("Min", type, null, value, state.Block.Constant(int.MaxValue, type)),
            _ => value,
        };
        return Convert(clamped, IrType.Int, null);
    }

    /// <summary>Whether every value of one integer type is one of the other.</summary>
    private static bool Widens(IrType from, IrType to) => from is ScalarType { Kind: var narrow } && to is ScalarType { Kind: var wide } && (narrow, wide) is
        (ScalarKind.SByte, ScalarKind.Short or ScalarKind.Int or ScalarKind.Long)
        or (ScalarKind.Byte, ScalarKind.Short or ScalarKind.UShort or ScalarKind.Int or ScalarKind.UInt or ScalarKind.Long or ScalarKind.ULong)
        or (ScalarKind.Short, ScalarKind.Int or ScalarKind.Long)
        or (ScalarKind.UShort, ScalarKind.Int or ScalarKind.UInt or ScalarKind.Long or ScalarKind.ULong)
        or (ScalarKind.Int, ScalarKind.Long)
        or (ScalarKind.UInt, ScalarKind.Long or ScalarKind.ULong);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Counters and indices of all integer types. A loop of the IR counts in <c>int</c> or <c>long</c>, an index is an <c>int</c>.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>The number that a converted one, of the same value, comes from.</summary>
    private readonly Dictionary<int, Value> _exact = [];

    /// <summary><c>int</c> where counter and bound are known to fit, else <c>long</c>.</summary>
    private ScalarType InductionType(CountedLoop loop, Variable counter, Value start)
    {
        bool isSmall = counter.Type is ScalarType { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort or ScalarKind.Int };
        bool startsSmall = isSmall || _block.Operations.OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == start.Id) is { Number: > int.MinValue and < int.MaxValue };
        return startsSmall && loop.IsWithinInt ? IrType.Int : IrType.Long;
    }

    /// <summary>The exclusive bound: <c>i &lt;= n</c> ends at n + 1, <c>i >= n</c> at n - 1, <c>i + 1 &lt; n</c> at n - 1.</summary>
    private Value End(CountedLoop loop, ScalarType type, Value start)
    {
        int offset = loop.Offset - loop.Ahead;
        if (loop.Bound.ConstantValue is { HasValue: true, Value: int or long or uint } constant)
        {
            return _block.Constant(System.Convert.ToDouble(constant.Value) + offset, type);
        }

        Value bound = Narrowed(Evaluate(loop.Bound), type);
        if (offset == 0 || UnknownType.Is(bound))
        {
            return bound;
        }

        if (loop.Ahead > 0 && !CountedLoop.IsLength(loop.Bound) && !UnknownType.Is(start))
        {
            // Below this the loop does not run, and the difference might wrap round.
            Value least = Compute(offset < 0 ? Opcode.Add : Opcode.Subtract, type, null, start, _block.Constant(Math.Abs(offset), type));
            bound = ApplyFunction("Max", type, null, bound, least);
        }

        Value distance = _block.Constant(Math.Abs(offset), type);
        return Compute(offset > 0 ? Opcode.Add : Opcode.Subtract, type, null, bound, distance);
    }

    /// <summary>A number of another integer type that is known to fit.</summary>
    private Value Narrowed(Value value, ScalarType type)
    {
        if (UnknownType.Is(value) || value.Type.Equals(type))
        {
            return value;
        }

        if (_block.Operations.OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == value.Id) is { } known)
        {
            return _block.Constant(known.Number, type);
        }

        return Exact(value, type) ?? Convert(value, type, null);
    }

    private void NoteExact(Value converted, Value original) => _exact[converted.Id] = original;

    private Value? Exact(Value value, IrType type) => _exact.TryGetValue(value.Id, out Value exact) && exact.Type.Equals(type) ? exact : null;

    /// <summary>Whether every value of one integer type is one of the other.</summary>
    private static bool Widens(IrType from, IrType to) => from is ScalarType { Kind: var narrow } && to is ScalarType { Kind: var wide } && (narrow, wide) is
        (ScalarKind.SByte, ScalarKind.Short or ScalarKind.Int or ScalarKind.Long)
        or (ScalarKind.Byte, ScalarKind.Short or ScalarKind.UShort or ScalarKind.Int or ScalarKind.UInt or ScalarKind.Long or ScalarKind.ULong)
        or (ScalarKind.Short, ScalarKind.Int or ScalarKind.Long)
        or (ScalarKind.UShort, ScalarKind.Int or ScalarKind.UInt or ScalarKind.Long or ScalarKind.ULong)
        or (ScalarKind.Int, ScalarKind.Long)
        or (ScalarKind.UInt, ScalarKind.Long or ScalarKind.ULong);

    /// <summary>An index or a size as an <c>int</c>; one that is none is one that no buffer has.</summary>
    private Value? AsInt(Value value)
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
            ScalarKind.Long => ApplyFunction("Clamp", type, null, value, _block.Constant(-1, type), _block.Constant(int.MaxValue, type)),
            ScalarKind.ULong => ApplyFunction("Min", type, null, value, _block.Constant(int.MaxValue, type)),
            _ => value,
        };
        return Convert(clamped, IrType.Int, null);
    }
}

using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Counters of all integer types: a loop of the IR counts in <c>int</c> or <c>long</c>.</summary>
internal sealed class Counters(BodyState state, Rooms rooms)
{
    /// <summary><c>int</c> where counter and bound are known to fit, else <c>long</c>.</summary>
    public ScalarType InductionType(CountedLoop loop, Variable counter, Value start)
    {
        bool isSmall = counter.Type is ScalarType { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort or ScalarKind.Int };
        Constant? known = state.Block.Operations.OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == start.Id);
        bool startsSmall = isSmall || known is { Number: > int.MinValue and < int.MaxValue };
        return startsSmall && loop.IsWithinInt ? IrType.Int : IrType.Long;
    }

    /// <summary>The exclusive bound: <c>i &lt;= n</c> ends at n + 1, <c>i >= n</c> at n - 1, <c>i + 1 &lt; n</c> at n - 1.</summary>
    public Value End(CountedLoop loop, ScalarType type, Value start)
    {
        int offset = loop.Offset - loop.Ahead;
        if (loop.Bound.ConstantValue is { HasValue: true, Value: int or long or uint } constant)
        {
            return state.Block.Constant(System.Convert.ToDouble(constant.Value) + offset, type);
        }

        Value bound = rooms.Conversions.Narrow(rooms.Expressions.Evaluate(loop.Bound), type);
        if (offset == 0 || UnknownType.Is(bound))
        {
            return bound;
        }

        if (loop.Ahead > 0 && !CountedLoop.IsLength(loop.Bound) && !UnknownType.Is(start))
        {
            // Below this the loop does not run, and the difference might wrap round.
            Value least = rooms.Arithmetic.Compute(offset < 0 ? Opcode.Add : Opcode.Subtract, type, null, start, state.Block.Constant(Math.Abs(offset), type));
            bound = rooms.Arithmetic.Apply("Max", type, null, bound, least);
        }

        Value distance = state.Block.Constant(Math.Abs(offset), type);
        return rooms.Arithmetic.Compute(offset > 0 ? Opcode.Add : Opcode.Subtract, type, null, bound, distance);
    }
}

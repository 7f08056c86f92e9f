using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// How many elements memory gets that is allocated before the region which needs it: as many as there, and none where the region is not
/// run, as the number may be negative then, or greater than all memory.
/// </summary>
internal sealed class LiftedCounts(Hoisting hoisting, BlockBuilder prologue, IReadOnlyDictionary<int, Operation> definitions)
{
    private readonly List<(Operation Region, bool IsElse)> _path = [];

    public Block Within(Operation region, bool isElse, Func<Block> rewrite)
    {
        _path.Add((region, isElse));
        Block block = rewrite();
        _path.RemoveAt(_path.Count - 1);
        return block;
    }

    /// <summary>The number; null where it is not known before the region.</summary>
    /// <param name="count">The number in the region.</param>
    /// <param name="isClamped">Whether a negative number, which is an error in the region, goes unnoticed before it.</param>
    public Value? Of(Value count, out bool isClamped)
    {
        isClamped = false;
        if (hoisting.Hoist(count) is not { } hoisted)
        {
            return null;
        }

        if (_path.Any(static part => part.Region is If) ? IsModest(count) : IsNeverNegative(count))
        {
            return hoisted;
        }

        Value[] conditions = [.. _path.Select(Condition).OfType<Value>()];
        Value zero = prologue.Constant(0, count.Type);
        isClamped = conditions.Length < _path.Count;
        Value least = isClamped ? prologue.Function("Max", hoisted, zero) : hoisted;
        return conditions.Length == 0 ? least
            : prologue.Select(conditions.Aggregate((all, next) => prologue.Compute(Opcode.And, IrType.Bool, null, all, next)), least, zero);
    }

    /// <summary>When the region is run at all, where that can be said before.</summary>
    private Value? Condition((Operation Region, bool IsElse) part) => part.Region switch
    {
        If branch when hoisting.Hoist(branch.Condition) is { } condition =>
            part.IsElse ? prologue.Compute(Opcode.Not, IrType.Bool, null, condition) : condition,
        For loop when StepsDownFrom(loop) is { } number && hoisting.Hoist(number) is { } steps =>
            prologue.Compare(Opcode.Less, prologue.Constant(0, steps.Type), steps),
        For loop when hoisting.Hoist(loop.Start) is { } start && hoisting.Hoist(loop.End) is { } end =>
            prologue.Compare(loop.Step > 0 ? Opcode.Less : Opcode.Greater, start, end),
        _ => null,
    };

    /// <summary>The number of steps of a loop from that number less one down to zero, as backward sweeps have them.</summary>
    private Value? StepsDownFrom(For loop) =>
        loop.Step == -1 && Definition(loop.End) is Constant { Number: -1 } && Definition(loop.Start) is Compute { Opcode: Opcode.Subtract } start
        && Definition(start.Arguments[1]) is Constant { Number: 1 } ? start.Arguments[0] : null;

    /// <summary>Whether it is not negative, and not much more than there is in memory already.</summary>
    private bool IsModest(Value count) => Definition(count) switch
    {
        Constant constant => constant.Number >= 0,
        Length => true,
        Compute { Opcode: Opcode.Add or Opcode.Divide } sum => sum.Arguments.All(IsModest),
        _ => false,
    };

    private bool IsNeverNegative(Value count) => Definition(count) switch
    {
        Compute { Opcode: Opcode.Function, Function: "Max" } larger => larger.Arguments.Any(IsNeverNegative),
        Compute { Opcode: Opcode.Add or Opcode.Multiply or Opcode.Divide or Opcode.Convert } result => result.Arguments.All(IsNeverNegative),
        _ => IsModest(count),
    };

    private Operation? Definition(Value value) => definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}

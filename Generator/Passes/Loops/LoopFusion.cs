using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Passes.Loops;

/// <summary>
/// Makes one loop of two that follow each other over the same elements: what the first stores, the second then has in a local, and
/// memory that only lies between them is not needed at all. Where one starts an element earlier, that iteration goes before.
/// </summary>
/// <remarks>
/// The same computations, each with the same operands. Sound by <see cref="LoopAccesses"/>, because different roots never overlap, and
/// because an iteration goes before the loop only where an access of the same block fails unless there is one.
/// </remarks>
internal sealed class LoopFusion : Rewriter
{
    private readonly ValueSource _values;
    private readonly Roots _roots;
    private readonly IndexBounds _bounds;
    private bool _isDone;

    private LoopFusion(Block body, ValueSource values, IReadOnlyDictionary<int, Value> equallyLong)
    {
        _values = values;
        _roots = new Roots(body);
        _bounds = new IndexBounds(body, equallyLong);
    }

    public static Block Run(Block body, ValueSource values, IReadOnlyDictionary<int, Value> equallyLong)
    {
        while (true)
        {
            var pass = new LoopFusion(body, values, equallyLong);
            Block next = pass.Rewrite(body);
            if (!pass._isDone)
            {
                return body;
            }

            body = Simplification.Run(next, values);
        }
    }

    public override Block Rewrite(Block block)
    {
        for (int first = 0; first < block.Operations.Count && !_isDone; first++)
        {
            int second = NextLoop(block.Operations, first);
            if (block.Operations[first] is For && second > 0 && Fuse(block.Operations, first, second) is { } operations)
            {
                _isDone = true;
                return block with { Operations = [.. operations] };
            }
        }

        return _isDone ? block : base.Rewrite(block);
    }

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    private static int NextLoop(EquatableArray<Operation> operations, int first)
    {
        for (int i = first + 1; i < operations.Count; i++)
        {
            if (operations[i] is For)
            {
                return i;
            }
        }

        return -1;
    }

    private List<Operation>? Fuse(EquatableArray<Operation> operations, int first, int second)
    {
        Operation[] between = [.. operations.Skip(first + 1).Take(second - first - 1)];
        For former = (For)operations[first], latter = (For)operations[second];
        HashSet<int> outputs = [.. former.Outputs.Select(output => output.Id)];
        if (LoopAccesses.Of(former, _roots, _bounds) is not { } accesses
            || LoopAccesses.Of(latter, _roots, _bounds) is not { } later
            || latter.FreeValues().Any(value => outputs.Contains(value.Id))
            || !between.All(step => accesses.MayFollow(step) && !step.Operands.Any(value => outputs.Contains(value.Id)))
            || !accesses.Meets(later) || !accesses.MayTakeTurnsWith(later) || !HaveSameEnd(former, latter))
        {
            return null;
        }

        var fused = new List<Operation>(operations.Count);
        fused.AddRange(operations.Take(first));
        fused.AddRange(between);
        switch (Head(former, latter))
        {
            case 0:
                break;
            case > 0 when IsEntered(latter, operations):
                former = Peel(former, latter.Start, fused);
                break;
            case < 0 when IsEntered(former, operations):
                latter = Peel(latter, former.Start, fused);
                break;
            default:
                return null;
        }

        fused.Add(Fused(former, latter));
        fused.AddRange(operations.Skip(second + 1));
        return fused;
    }

    private bool HaveSameEnd(For former, For latter) =>
        former.Step == latter.Step
        && former.Induction.Type.Equals(latter.Induction.Type)
        && _bounds.EndOf(former).Equals(_bounds.EndOf(latter));

    /// <summary>By how many elements the former starts before the latter; null if that is not known, or more than one.</summary>
    private int? Head(For former, For latter)
    {
        Position start = _bounds.PositionOf(former.Start), other = _bounds.PositionOf(latter.Start);
        return start.Equals(other) ? 0
            : former.Step == 1 && start.Base == Position.Number && other.Base == Position.Number && Math.Abs(other.Offset - start.Offset) == 1
                ? other.Offset - start.Offset
                : null;
    }

    /// <summary>Whether there is an iteration before the loop's own: an access of this block to that element says so.</summary>
    private bool IsEntered(For loop, EquatableArray<Operation> block)
    {
        int? last = _bounds.NumberAt(loop.Start) - 1;
        Position end = _bounds.EndOf(loop);
        return block.Any(step => ElementAccess.Of(step) is { } access
            && _bounds.NumberAt(access.Index) >= last && _bounds.RangeOfAll(access.Buffer).End.Equals(end));
    }

    private For Peel(For loop, Value start, List<Operation> target)
    {
        var arguments = new Dictionary<int, Value> { [loop.Induction.Id] = loop.Start };
        for (int i = 0; i < loop.Initial.Count; i++)
        {
            arguments.Add(loop.Body.Parameters[i].Id, loop.Initial[i]);
        }

        Block head = new Cloner(_values, arguments).Rewrite(loop.Body with { Parameters = [] });
        target.AddRange(head.Operations);
        return loop with { Start = start, Initial = head.Yields };
    }

    private static For Fused(For former, For latter)
    {
        var substitution = new Substitution(new Dictionary<int, Value> { [latter.Induction.Id] = former.Induction });
        return former with
        {
            Outputs = [.. former.Outputs, .. latter.Outputs],
            Initial = [.. former.Initial, .. latter.Initial],
            Body = new Block(
                [.. former.Body.Parameters, .. latter.Body.Parameters],
                [.. former.Body.Operations, .. latter.Body.Operations.Select(substitution.Apply)],
                [.. former.Body.Yields, .. latter.Body.Yields.Select(substitution.Apply)]),
        };
    }
}

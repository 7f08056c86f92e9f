using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

// A loop whose iterations are independent needs no tape that outlives an iteration: each iteration's forward and reverse run
// back to back. Where the cotangents of its sums are known before it starts, the loop runs once and does both.
internal sealed partial class RegionReversal
{
    /// <summary>Reverses an independent loop without a tape of its own length; null where it needs one.</summary>
    private For? ReverseIndependent(For loop, BlockBuilder before)
    {
        if (ReverseInOnePass(loop, before) is { } once)
        {
            return once;
        }

        // Within an iteration the tape is short and hot: there it is cheaper than running again.
        bool wouldTapeMuch = !scope.IsIteration && loop.InnerOperations().Any(inner => inner is For or While or Allocate);
        return wouldTapeMuch && ReverseByRunningAgain(loop) ? loop : null;
    }

    /// <summary>The loop's own operation when value and gradient come out of one pass over it; null where that cannot be.</summary>
    private For? ReverseInOnePass(For loop, BlockBuilder before)
    {
        if (scope.IsSplit
            || context.MayThrowFrom(loop)
            || LoopShape.OfIndependent(loop, context.Activity, context.Memory, context.Order) is not { HasActiveOutputs: false } shape
            || !shape.ReadsUnchanged(scope.Extent, onlyActive: true)
            || !UsesWhatIsThroughout(loop, context.Activity.IsActive, context.Memory.DerivativeRoot)
            || EarlyCotangents(loop, before) is not { } cotangents)
        {
            return null;
        }

        Joint joint = RunJoint(loop, cotangents, isAgain: null);
        IReadOnlyList<Value> touched = joint.Adjoints.Touched;
        Value[] zeros = [.. touched.Select(value => before.Constant(0, value.Type))];
        Value[] sums = [.. touched.Select(value => context.Values.New(value.Type, AdjointName(value)))];
        for (int i = 0; i < loop.Outputs.Count; i++)
        {
            adjoints.Add(loop.Initial[i], adjoints.Get(loop.Outputs[i]), reverse);
        }

        for (int i = 0; i < touched.Count; i++)
        {
            adjoints.Add(touched[i], sums[i], reverse);
        }

        return loop with
        {
            Outputs = [.. loop.Outputs, .. sums],
            Initial = [.. loop.Initial, .. zeros],
            Body = joint.Body,
        };
    }

    // In one pass the loop adds to cotangents before the reverse begins, and run again it also reads what the forward sweep has left: a
    // frozen copy, which may lie in a branch although the cotangents are there throughout.
    private bool UsesWhatIsThroughout(For loop, Func<Value, bool> isUsed, Func<Value, Value> rootOf) => loop.InnerOperations()
        .SelectMany(inner => inner.Operands)
        .Where(operand => operand.Type is BufferType && isUsed(operand))
        .Select(rootOf)
        .All(root => context.IsAllocatedThroughout(root, scope) || IsAllocatedIn(loop, root));

    private bool IsAllocatedIn(For loop, Value root) =>
        context.Memory.AllocationOf(root) is { } allocation && context.Order.SpanOf(loop).Contains(context.Order.PositionOf(allocation));

    /// <summary>
    /// Reverses the loop by running each iteration again, right before its reverse. False where it cannot be: then it needs the
    /// tape.
    /// </summary>
    private bool ReverseByRunningAgain(For loop)
    {
        if (LoopShape.OfIndependent(loop, context.Activity, context.Memory, context.Order) is not { } shape
            || shape.HasPassiveState
            || (shape.HasPassiveCarries && shape.HasActiveOutputs)
            || RecordsInReverse(loop)
            || loop.InnerOperations().Any(inner => inner is Call call && context.Rules.MayThrow(call))
            || !shape.ReadsUnchanged(scope.Extent, onlyActive: false)
            || !UsesWhatIsThroughout(loop, _ => true, context.Memory.DerivativeRoot)
            || !UsesWhatIsThroughout(loop, _ => true, context.Memory.Root))
        {
            return false;
        }

        Value?[] cotangents = [.. loop.Outputs.Select(adjoints.Get)];
        Joint joint = RunJoint(loop, cotangents, shape);
        IReadOnlyList<Value> touched = joint.Adjoints.Touched;
        Value[] initial = [.. touched.Select(value => adjoints.Get(value) ?? reverse.Constant(0, value.Type))];
        Value[] sums = [.. touched.Select(value => context.Values.New(value.Type, AdjointName(value)))];
        // Where iterations write the same elements, the last one's are those that were read, and its cotangents are taken first.
        bool keepsOrder = shape.WritesDisjointly;
        var run = new For(
            [.. loop.Outputs.Select(output => context.Values.New(output.Type)), .. sums],
            loop.Induction,
            keepsOrder ? loop.Start : Trips.Last(reverse, loop),
            keepsOrder ? loop.End : reverse.Subtract(loop.Start, reverse.Constant(loop.Step, loop.Start.Type)),
            keepsOrder ? loop.Step : -loop.Step,
            [.. loop.Initial, .. initial],
            joint.Body);

        // The iteration stands in the program twice: here everything it defines is new.
        var copy = (For)new Cloner(context.Values).Clone(run);
        reverse.Append(copy with { Outputs = run.Outputs });
        for (int i = 0; i < touched.Count; i++)
        {
            adjoints.Set(touched[i], sums[i]);
        }

        for (int i = 0; i < loop.Outputs.Count; i++)
        {
            adjoints.Add(loop.Initial[i], cotangents[i], reverse);
        }

        return true;
    }

    // A backward sweep of its own replays the tape, and cannot record calls that it runs again.
    private bool RecordsInReverse(For loop) =>
        scope.IsSplit && loop.InnerOperations().Any(inner => inner is Call call && context.Rules.NeedsTape(call));

    private Scope IterationOf(For loop)
    {
        Analysis.Span whole = context.Order.SpanOf(loop);
        return new Scope(new Analysis.Span(whole.First + 1, whole.End), IsSplit: false, IsIteration: true);
    }

    /// <summary>One iteration, forward and reverse, as the body of a loop.</summary>
    private sealed record Joint(BodyAdjoints Adjoints, Block Body);

    /// <param name="isAgain">The loop's shape when the iteration has run before: then its outputs are there already.</param>
    private Joint RunJoint(For loop, IReadOnlyList<Value?> cotangents, LoopShape? isAgain)
    {
        context.JointLoops.Add(loop);
        var inner = new BlockBuilder(context.Values);
        var own = new BodyAdjoints(context.Activity, Ids(loop.Body.Definitions()), context.Values);
        context.Entries.UnionWith(cotangents.OfType<Value>().Select(value => value.Id));
        for (int i = 0; i < cotangents.Count; i++)
        {
            own.Add(loop.Body.Yields[i], cotangents[i], inner);
        }

        List<Operation> forward = new RegionReversal(context, IterationOf(loop), own, inner).Run(loop.Body, nest: null);
        IEnumerable<Operation> run = isAgain is null ? forward : WithoutOutputs(forward, isAgain);
        IReadOnlyList<Value> touched = own.Touched;
        var body = new Block(
            [.. loop.Body.Parameters, .. touched.Select(own.Entry)],
            [.. run, .. inner.Operations],
            [.. loop.Body.Yields, .. touched.Select(value => own.Get(value)!)]);
        return new Joint(own, body);
    }

    private static IEnumerable<Operation> WithoutOutputs(IEnumerable<Operation> operations, LoopShape shape) =>
        new WriteRemoval(shape.IsOutput).Rewrite(new Block([], [.. operations], [])).Operations;

    /// <summary>
    /// The cotangents of the loop's results, computed before the loop; null if one depends on what comes later. Absent ones are
    /// zero.
    /// </summary>
    private Value?[]? EarlyCotangents(For loop, BlockBuilder before)
    {
        EarlyComputation early = Early(loop, before);
        var cotangents = new Value?[loop.Outputs.Count];
        for (int i = 0; i < cotangents.Length; i++)
        {
            if (adjoints.Get(loop.Outputs[i]) is { } cotangent)
            {
                cotangents[i] = early.Compute(cotangent);
                if (cotangents[i] is null)
                {
                    return null;
                }
            }
        }

        return cotangents;
    }
}

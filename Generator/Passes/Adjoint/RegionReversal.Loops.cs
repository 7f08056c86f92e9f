using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

internal sealed partial class RegionReversal
{
    // A store in the forward and a load in the backward sweep.
    private const int LoopSaveCost = 3;

    /// <summary>A loop body while it is reversed.</summary>
    /// <param name="Carried">Carried parameters that are active, by their place.</param>
    /// <param name="Entering">The adjoint of what the body yields at each of these places.</param>
    private sealed record Body(
        BodyAdjoints Adjoints,
        BlockBuilder Reverse,
        List<Operation> Forward,
        int[] Carried,
        Value[] Entering,
        Value[] Leaving);

    private For ReverseFor(For loop, LoopNest nest)
    {
        LoopNest inner = nest.Enter(loop);
        Body body = ReverseBody(loop.Body, scope, inner);
        Value induction = context.Values.New(loop.Induction.Type, loop.Induction.Name);
        var replacements = new Dictionary<int, Value> { [loop.Induction.Id] = induction };
        Block backward = FinishBody(loop.Body, body, inner, replacements, out Block forward);

        bool keepsOrder = MayKeepOrder(loop, backward);
        Value start = keepsOrder ? loop.Start : Trips.Last(reverse, loop);
        Value end = keepsOrder ? loop.End : reverse.Subtract(loop.Start, reverse.Constant(loop.Step, loop.Start.Type));
        int step = keepsOrder ? loop.Step : -loop.Step;
        AppendReversed(loop.Outputs, loop.Initial, body, (outputs, initial) =>
            new For(outputs, induction, start, end, step, initial, backward));
        return loop with { Body = forward };
    }

    // Independent iterations may be reversed in any order, and upwards the JIT drops the bounds checks. A stack gives back the last
    // iteration first.
    private bool MayKeepOrder(For loop, Block backward) =>
        LoopShape.OfIndependent(loop, context.Activity, context.Memory, context.Order) is { WritesDisjointly: true, HasPassiveState: false }
        && !backward.AllOperations().Any(operation => operation is Push or Pop or Call);

    private While ReverseWhile(While loop, LoopNest nest)
    {
        LoopNest inner = nest.Enter(loop);
        Body body = ReverseBody(loop.Body, scope, inner);
        Block backward = FinishBody(loop.Body, body, inner, [], out Block forward);

        Value trips = context.Values.New(IrType.Int, "trips");
        Value induction = context.Values.New(IrType.Int, "trip");
        Value first = reverse.Subtract(trips, reverse.Constant(1));
        Value end = reverse.Constant(-1);
        AppendReversed(loop.Outputs, loop.Initial, body, (outputs, initial) =>
            new For(outputs, induction, first, end, -1, initial, backward));
        return CountTrips(loop with { Body = forward }, trips, nest);
    }

    /// <summary>Makes a loop also yield how often its body ran.</summary>
    private While CountTrips(While loop, Value trips, LoopNest nest)
    {
        Value tested = context.Values.New(IrType.Int, "trips"), entry = context.Values.New(IrType.Int, "trips");
        BlockBuilder counting = new(context.Values);
        counting.Append(loop.Body.Operations);
        Value next = counting.Add(entry, counting.Constant(1), "trips");
        return new While(
            [.. loop.Outputs, trips],
            [.. loop.Initial, nest.Prologue.Constant(0)],
            new Block([.. loop.Condition.Parameters, tested], loop.Condition.Operations, [.. loop.Condition.Yields, tested]),
            counting.Finish([.. loop.Body.Yields, next], [.. loop.Body.Parameters, entry]));
    }

    /// <param name="within">The scope of the body's reverse: the loop's own, or a single iteration, which has no nest around it.</param>
    private Body ReverseBody(Block primal, Scope within, LoopNest? nest)
    {
        BlockBuilder inner = reverse.Nested();
        var own = new BodyAdjoints(context.Activity, Ids(primal.Definitions()), context.Values);
        int[] carried = [.. Enumerable.Range(0, primal.Parameters.Count).Where(i => context.Activity.IsActive(primal.Parameters[i]))];
        Value[] entering = [.. carried.Select(i => context.Values.New(primal.Parameters[i].Type, AdjointName(primal.Parameters[i])))];
        context.Entries.UnionWith(nest is null ? entering.Select(value => value.Id) : []);
        for (int k = 0; k < carried.Length; k++)
        {
            own.Add(primal.Yields[carried[k]], entering[k], inner);
        }

        List<Operation> forward = new RegionReversal(context, within, own, inner).Run(primal, nest);
        Value[] leaving = [.. carried.Select(i => own.Get(primal.Parameters[i]) ?? inner.Constant(0, primal.Parameters[i].Type))];
        return new Body(own, inner, forward, carried, entering, leaving);
    }

    /// <summary>Completes both bodies: the forward one saves what the backward one restores.</summary>
    private Block FinishBody(Block primal, Body body, LoopNest nest, Dictionary<int, Value> replacements, out Block forward)
    {
        IReadOnlyList<Value> touched = body.Adjoints.Touched;
        Block backward = body.Reverse.Finish(
            [.. body.Leaving, .. touched.Select(value => body.Adjoints.Get(value)!)],
            [.. body.Entering, .. touched.Select(body.Adjoints.Entry)]);

        var plan = new TapePlan(primal.Parameters, body.Forward, CanReload, LoopSaveCost);
        plan.Require(backward.FreeValues());
        context.SavedLoads.UnionWith(plan.SavedLoads);
        var slots = new Dictionary<int, TapeSlot>();
        Block restored = Restoration.Apply(backward, plan, replacements, context.Values, (value, prelude) =>
        {
            TapeSlot slot = nest.NewSlot(value);
            slots.Add(value.Id, slot);
            return slot.Restore(value, prelude);
        });

        forward = primal with { Operations = Saving(primal.Parameters, body.Forward, slots) };
        return restored;
    }

    /// <summary>The forward operations with each saved value put on the tape right after it is there.</summary>
    private EquatableArray<Operation> Saving(EquatableArray<Value> parameters, List<Operation> forward, Dictionary<int, TapeSlot> slots)
    {
        var builder = new BlockBuilder(context.Values);
        Save(parameters, slots, builder);
        foreach (Operation operation in forward)
        {
            builder.Append(operation);
            Save(operation.Results, slots, builder);
        }

        return builder.Operations.ToEquatableArray();
    }

    private static void Save(IEnumerable<Value> values, Dictionary<int, TapeSlot> slots, BlockBuilder builder)
    {
        foreach (Value value in values)
        {
            if (slots.TryGetValue(value.Id, out TapeSlot? slot))
            {
                slot.Save(value, builder);
            }
        }
    }

    /// <summary>Appends the reversed loop and hands the adjoints that it carried on to what the primal loop started from.</summary>
    private void AppendReversed(
        EquatableArray<Value> primalOutputs,
        EquatableArray<Value> primalInitial,
        Body body,
        Func<EquatableArray<Value>, EquatableArray<Value>, Operation> build)
    {
        IReadOnlyList<Value> touched = body.Adjoints.Touched;
        Value[] carried = [.. body.Carried.Select(i => primalOutputs[i])];
        Value[] initial = [.. carried.Concat(touched).Select(value => adjoints.Get(value) ?? reverse.Constant(0, value.Type))];
        Value[] outputs = [.. initial.Zip(carried.Concat(touched), (_, value) => context.Values.New(value.Type, AdjointName(value)))];
        reverse.Append(build([.. outputs], [.. initial]));
        // What the loop started from may be one of the touched values: first their new adjoints, then what is added to them.
        for (int k = 0; k < touched.Count; k++)
        {
            adjoints.Set(touched[k], outputs[body.Carried.Length + k]);
        }

        for (int k = 0; k < body.Carried.Length; k++)
        {
            adjoints.Add(primalInitial[body.Carried[k]], outputs[k], reverse);
        }
    }
}

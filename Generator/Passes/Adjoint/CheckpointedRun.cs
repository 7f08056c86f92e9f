using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>Runs steps of a loop with a budget from a kept state on, keeping further states where the schedule wants them.</summary>
internal sealed class CheckpointedRun(For loop, CheckpointedState state, ValueSource values)
{
    /// <summary>A loop that carries the next step, the number of the newest kept state, and what the steps carry.</summary>
    /// <param name="limit">The step to stop before.</param>
    /// <param name="end">Where the steps to be reversed end; null if that is <paramref name="limit"/>.</param>
    /// <param name="copies">Memory in place of the loop's own, for steps that run again; null in the first run.</param>
    public While Build(Value[] outputs, Value[] initial, Value limit, Value? end, Dictionary<int, Value>? copies)
    {
        Value[] carried = [.. outputs.Select((value, i) => values.New(value.Type, i == 0 ? loop.Induction.Name : value.Name))];
        var round = new BlockBuilder(values);
        Value left = round.Subtract(state.Budget, carried[1]);
        Value advanced = Advance(round, round.Subtract(end ?? limit, carried[0]), left);
        Value stop = round.Add(carried[0], advanced, "stop");
        stop = end is null ? stop : round.Function("Min", stop, limit);

        For steps = Steps(carried, stop, copies);
        round.Append(steps);
        Value newest = KeepUnlessDone(round, carried[1], stop, limit, [.. steps.Outputs], copies);

        Value[] tested = [.. carried.Select(value => values.New(value.Type, value.Name))];
        var condition = new BlockBuilder(values);
        Value remains = condition.Compare(Opcode.Less, tested[0], limit);
        return new While(
            [.. outputs],
            [.. initial],
            condition.Finish([remains, .. tested], tested),
            round.Finish([stop, newest, .. steps.Outputs], carried));
    }

    private Value Advance(BlockBuilder builder, Value steps, Value checkpoints)
    {
        Value result = values.New(steps.Type);
        builder.Append(new Compute(result, Opcode.Function, [steps, checkpoints], CheckpointFunctions.Advance));
        return result;
    }

    private For Steps(Value[] carried, Value stop, Dictionary<int, Value>? copies)
    {
        Block body = Unfreezing.Run(copies is not null ? state.WithoutOutputs(loop.Body) : loop.Body);
        var again = (For)new Cloner(values, copies).Clone(loop with { Body = body, Checkpoints = null });
        return again with { Start = carried[0], End = stop, Initial = [.. carried.Skip(2)] };
    }

    private Value KeepUnlessDone(
        BlockBuilder builder, Value newest, Value stop, Value limit, Value[] scalars, Dictionary<int, Value>? copies)
    {
        BlockBuilder keep = builder.Nested();
        Value slot = keep.Add(newest, keep.Constant(1), "newest");
        state.Keep(keep, slot, stop, scalars, root => copies is not null && copies.TryGetValue(root.Id, out Value? copy) ? copy : root);
        Value result = values.New(IrType.Int, "newest");
        builder.Append(new If([result], builder.Compare(Opcode.Less, stop, limit), keep.Finish([slot]), new Block([], [], [newest])));
        return result;
    }
}

/// <summary>
/// Takes freezes out of steps that are run without being reversed: who reads the copy finds the same in its source, which is not
/// written meanwhile.
/// </summary>
internal sealed class Unfreezing : Substitution
{
    private Unfreezing(Block block)
    {
        foreach (Freeze freeze in block.AllOperations().OfType<Freeze>())
        {
            Replacements.Add(freeze.Target.Id, freeze.Source);
        }
    }

    public static Block Run(Block block) => new Unfreezing(block).Rewrite(block);

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is not Freeze)
        {
            base.Rewrite(operation, target);
        }
    }
}

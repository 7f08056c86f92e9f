using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

// A loop with a budget keeps some of its states. Its reverse takes the last step first: from the last kept state the steps before it
// run again, keeping states on the way where the budget allows, and the step itself is run and reversed like an iteration of an
// independent loop, with a tape of one step.
internal sealed partial class RegionReversal
{
    /// <summary>The loop's operation in the forward sweep; null where states cannot be kept: then it is reversed like any other.</summary>
    private While? ReverseCheckpointed(For loop, LoopNest nest, BlockBuilder before)
    {
        if (RecordsInReverse(loop) || CheckpointedState.Of(loop, nest, context, scope) is not { } state)
        {
            return null;
        }

        context.JointLoops.Add(loop);
        Value first = before.Constant(0);
        state.Keep(before, first, loop.Start, loop.Initial, root => root);
        var run = new CheckpointedRun(loop, state, context.Values);
        Value top = context.Values.New(IrType.Int, "newest");
        Value reached = context.Values.New(loop.Induction.Type);
        While forward = run.Build([reached, top, .. loop.Outputs], [loop.Start, first, .. loop.Initial], loop.End, null, null);

        Body step = ReverseBody(loop.Body, IterationOf(loop), nest: null);
        Dictionary<int, Value> copies = state.WorkingCopies(reverse);
        AppendReversed(loop.Outputs, loop.Initial, step, (outputs, initial) =>
            ReverseSteps(loop, state, run, step, top, copies, outputs, initial));
        return forward;
    }

    private While ReverseSteps(
        For loop,
        CheckpointedState state,
        CheckpointedRun run,
        Body step,
        Value newest,
        Dictionary<int, Value> copies,
        EquatableArray<Value> outputs,
        EquatableArray<Value> initial)
    {
        IrType counter = loop.Induction.Type;
        Value end = context.Values.New(counter, "end"), top = context.Values.New(IrType.Int, "newest");
        Value[] adjointsIn = [.. step.Entering, .. step.Adjoints.Touched.Select(step.Adjoints.Entry)];
        var round = new BlockBuilder(context.Values);
        Value last = round.Subtract(end, round.Constant(1, counter), loop.Induction.Name);
        Value[] entry = state.Restore(round, top, root => copies[root.Id]);
        Value[] reached = [.. new[] { loop.Induction, top }.Concat(loop.Outputs).Select(value => context.Values.New(value.Type, value.Name))];
        Value from = round.Load(state.Positions, top);
        round.Append(run.Build(reached, [from, top, .. entry], last, end, copies));

        Block joint = Instantiate(loop, state, step, last, [.. reached.Skip(2)], copies);
        round.Append(joint.Operations);
        Value isUsed = round.Compute(
            Opcode.And,
            IrType.Bool,
            null,
            round.Compare(Opcode.Equal, round.Load(state.Positions, reached[1]), last),
            round.Compare(Opcode.Greater, reached[1], round.Constant(0)));
        Value next = round.Select(isUsed, round.Subtract(reached[1], round.Constant(1)), reached[1]);

        Value[] tested = [.. new[] { end, top }.Concat(adjointsIn).Select(value => context.Values.New(value.Type, value.Name))];
        var condition = new BlockBuilder(context.Values);
        Value remains = condition.Compare(Opcode.Greater, tested[0], loop.Start);
        return new While(
            [.. new[] { end, top }.Select(value => context.Values.New(value.Type)), .. outputs],
            [loop.End, newest, .. initial],
            condition.Finish([remains, .. tested], tested),
            round.Finish([last, next, .. joint.Yields], [end, top, .. adjointsIn]));
    }

    /// <summary>One step forward and back, on working copies; yields the adjoints that leave it.</summary>
    private Block Instantiate(For loop, CheckpointedState state, Body step, Value position, Value[] carried, Dictionary<int, Value> copies)
    {
        var body = new Block(
            [],
            [.. step.Forward, .. step.Reverse.Operations],
            [.. step.Leaving, .. step.Adjoints.Touched.Select(value => step.Adjoints.Get(value)!)]);
        var map = new Dictionary<int, Value>(copies) { [loop.Induction.Id] = position };
        for (int i = 0; i < carried.Length; i++)
        {
            map[loop.Body.Parameters[i].Id] = carried[i];
        }

        return new Cloner(context.Values, map).Rewrite(state.WithoutOutputs(body));
    }
}

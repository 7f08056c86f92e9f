using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Loops with a condition: counted ones, and those that run until a flag says otherwise.</summary>
internal sealed class Loops(BodyState state, Faults faults, Rooms rooms)
{
    public Exits Run(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation @for:
                return For(@for);
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } @while:
                return While(@while, @while.Condition, [], [@while.Condition!, @while.Body]);
            case IWhileLoopOperation { ConditionIsTop: false, ConditionIsUntil: false } @do:
                return DoWhile(@do);
            case IForEachLoopOperation { IsAsynchronous: false } each:
                return rooms.ForEachLoops.Run(each);
            default:
                faults.Unsupported(loop);
                return Exits.None;
        }
    }

    private Exits For(IForLoopOperation loop)
    {
        foreach (IOperation before in loop.Before)
        {
            rooms.Statements.Statement(before);
        }

        LoopExits exits = PrepareExits(loop);
        IOperation[] parts = [.. new[] { loop.Condition, loop.Body }.OfType<IOperation>(), .. loop.AtLoopBottom];
        if (exits.Flags.Count == 0 && CountedLoop.Recognise(loop, rooms.Functions.AssignedSymbols) is { } counted)
        {
            rooms.MadeRows.Make(counted);
            Counted(counted, exits);
            return Exits.None;
        }

        return While(loop, loop.Condition, loop.AtLoopBottom, parts, exits);
    }

    private void Counted(CountedLoop loop, LoopExits exits)
    {
        Variable counter = state.Frame.Find(loop.Counter)![0];
        Value first = state.VersionOf(counter);
        ScalarType type = rooms.Counters.InductionType(loop, counter, first);
        Value start = rooms.Conversions.Narrow(first, type);
        Value end = rooms.Counters.End(loop, type, start);
        if (UnknownType.Is(start) || UnknownType.Is(end))
        {
            end = state.Unknown();
        }

        Variable[] carried = rooms.Carrying.Carry([loop.Body], exits);
        Value[] initial = rooms.Carrying.Versions(carried);
        (Branch body, Value[] parameters) = rooms.Carrying.Begin(carried, loop.Body);
        Value induction = state.Values.New(type, counter.Name);
        rooms.Branches.Within(body, () =>
        {
            Value value = rooms.Conversions.Convert(induction, counter.Type, counter.Name);
            state.Environment[counter] = value;
            rooms.Conversions.NoteExact(value, induction);
            return rooms.Statements.Run([.. OperationTree.Flatten(loop.Body)]);
        });
        Block block = rooms.Carrying.Finish(body, parameters, carried, []);
        Value[] outputs = rooms.Carrying.Rebind(carried);
        state.Block.Append(new For(
            outputs.ToEquatableArray(), induction, start, end, loop.Step, initial.ToEquatableArray(), block));
    }

    private Exits While(ILoopOperation loop, IOperation? condition, IReadOnlyList<IOperation> step, IOperation[] parts) =>
        While(loop, condition, step, parts, PrepareExits(loop));

    private Exits While(
        ILoopOperation loop, IOperation? condition, IReadOnlyList<IOperation> step, IOperation[] parts, LoopExits exits)
    {
        bool endless = condition is null or { ConstantValue: { HasValue: true, Value: true } };
        Repeat(
            parts,
            exits,
            () => endless ? state.Block.Constant(1, IrType.Bool) : rooms.Expressions.Evaluate(condition!),
            () => BodyThenStep(loop, step, exits));
        rooms.Observations.Unbounded(loop);
        return AfterLoop(exits, falls: !endless || exits.Broken is not null);
    }

    private void BodyThenStep(ILoopOperation loop, IReadOnlyList<IOperation> step, LoopExits exits)
    {
        rooms.Statements.Run([.. OperationTree.Flatten(loop.Body)]);
        IOperation[] statements = [.. step];
        bool isHarmless = statements.All(statement => statement is IExpressionStatementOperation
        {
            Operation: IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target },
        } && loop.Locals.Contains(target.Local));
        if (exits.Flags.Count == 0 || isHarmless)
        {
            rooms.Statements.Run(statements);
        }
        else
        {
            rooms.Statements.Guarded(new Exits(exits.Flags, true), () => rooms.Statements.Run(statements));
        }
    }

    /// <summary><c>do</c> runs while a flag holds that the condition sets at the end of each round.</summary>
    private Exits DoWhile(IWhileLoopOperation loop)
    {
        LoopExits exits = PrepareExits(loop);
        Variable again = state.NewVariable("again", IrType.Bool);
        state.Environment[again] = rooms.Constants.Truth(true, again.Name);
        Repeat(
            [loop.Body, loop.Condition!],
            exits,
            () => state.Environment[again]!,
            () =>
            {
                rooms.Statements.Run([.. OperationTree.Flatten(loop.Body)]);
                if (exits.Flags.Count == 0)
                {
                    state.Environment[again] = rooms.Expressions.Evaluate(loop.Condition!);
                    return;
                }

                rooms.Statements.Guarded(new Exits(exits.Flags, true), () =>
                {
                    state.Environment[again] = rooms.Expressions.Evaluate(loop.Condition!);
                    return Exits.None;
                });
            },
            again);
        rooms.Observations.Unbounded(loop);
        return AfterLoop(exits, falls: loop.Condition is not { ConstantValue: { HasValue: true, Value: true } } || exits.Broken is not null);
    }

    /// <summary>Appends a <see cref="Ir.While"/> whose condition is that no exit flag is set and <paramref name="condition"/>.</summary>
    public void Repeat(IOperation[] parts, LoopExits exits, Func<Value> condition, Action body, params Variable[] ownCarried)
    {
        foreach (IOperation part in parts)
        {
            rooms.Variables.Predeclare(part);
        }

        Variable[] carried = [.. rooms.Carrying.Carry(parts, exits), .. ownCarried];
        Value[] initial = rooms.Carrying.Versions(carried);
        (Branch test, Value[] testParameters) = rooms.Carrying.Begin(carried);
        Value holds = rooms.Branches.Within(test, () => exits.Flags.Count == 0 ? condition() : UnlessLeft(exits.Flags, condition));
        Block testBlock = rooms.Carrying.Finish(test, testParameters, carried, [holds]);
        (Branch round, Value[] roundParameters) = rooms.Carrying.Begin(carried, parts);
        rooms.Branches.Within(round, body);
        Block roundBlock = rooms.Carrying.Finish(round, roundParameters, carried, []);
        Value[] outputs = rooms.Carrying.Rebind(carried);
        state.Block.Append(new While(outputs.ToEquatableArray(), initial.ToEquatableArray(), testBlock, roundBlock));
    }

    private Value UnlessLeft(IReadOnlyList<Variable> flags, Func<Value> condition)
    {
        Value stays = state.Block.Compute(Opcode.Not, IrType.Bool, null, rooms.Statements.AnyOf(flags));
        return rooms.Branches.Choose(stays, () => [condition()], () => [state.Block.Constant(0, IrType.Bool)], [])[0];
    }

    public LoopExits PrepareExits(ILoopOperation loop)
    {
        Variable? broken = LoopScan.JumpsTo(loop.ExitLabel, loop.Body) ? state.NewVariable("stopped", IrType.Bool) : null;
        Variable skipped = state.NewVariable(null, IrType.Bool);
        var flags = new List<Variable>();
        if (broken is not null)
        {
            state.Frame.SetExit(loop.ExitLabel, broken);
            state.Environment[broken] = rooms.Constants.Truth(false, broken.Name);
            flags.Add(broken);
        }

        if (LoopScan.Returns([loop.Body]))
        {
            flags.Add(state.Frame.Returned);
        }

        state.Frame.SetExit(loop.ContinueLabel, skipped);
        return new LoopExits(broken, skipped, flags);
    }

    public Exits AfterLoop(LoopExits exits, bool falls) =>
        new([.. exits.Flags.Where(flag => flag != exits.Broken)], falls);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>How one loop may be left early, known before it is translated.</summary>
    /// <param name="Broken">Set by <c>break</c>; null if there is none.</param>
    /// <param name="Skipped">Set by <c>continue</c>.</param>
    /// <param name="Flags">What ends the loop apart from its condition.</param>
    private sealed record LoopExits(Variable? Broken, Variable Skipped, IReadOnlyList<Variable> Flags);

    private Exits Loop(ILoopOperation loop)
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
                return ForEach(each);
            default:
                Unsupported(loop);
                return Exits.None;
        }
    }

    private Exits For(IForLoopOperation loop)
    {
        foreach (IOperation before in loop.Before)
        {
            Statement(before);
        }

        LoopExits exits = PrepareExits(loop);
        IOperation[] parts = [.. new[] { loop.Condition, loop.Body }.OfType<IOperation>(), .. loop.AtLoopBottom];
        if (exits.Flags.Count == 0 && CountedLoop.Recognise(loop, AssignedSymbols) is { } counted)
        {
            MakeRows(counted);
            Counted(counted, exits);
            return Exits.None;
        }

        return While(loop, loop.Condition, loop.AtLoopBottom, parts, exits);
    }

    private void Counted(CountedLoop loop, LoopExits exits)
    {
        Variable counter = _frame.Find(loop.Counter)![0];
        Value first = VersionOf(counter);
        ScalarType type = InductionType(loop, counter, first);
        Value start = Narrowed(first, type);
        Value end = End(loop, type, start);
        if (UnknownType.Is(start) || UnknownType.Is(end))
        {
            end = Unknown();
        }

        Variable[] carried = Carry([loop.Body], exits);
        Value[] initial = Current(carried);
        (Branch body, Value[] parameters) = BeginLoop(carried, loop.Body);
        Value induction = _values.New(type, counter.Name);
        Within(body, () =>
        {
            Value value = Convert(induction, counter.Type, counter.Name);
            _environment[counter] = value;
            NoteExact(value, induction);
            return Run([.. Flatten(loop.Body)]);
        });
        Block block = FinishLoop(body, parameters, carried, []);
        Value[] outputs = Rebind(carried);
        _block.Append(new For(
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
            () => endless ? _block.Constant(1, IrType.Bool) : Evaluate(condition!),
            () => BodyThenStep(loop, step, exits));
        return AfterLoop(exits, falls: !endless || exits.Broken is not null);
    }

    private void BodyThenStep(ILoopOperation loop, IReadOnlyList<IOperation> step, LoopExits exits)
    {
        Run([.. Flatten(loop.Body)]);
        IOperation[] statements = [.. step];
        bool isHarmless = statements.All(statement => statement is IExpressionStatementOperation
        {
            Operation: IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target },
        } && loop.Locals.Contains(target.Local));
        if (exits.Flags.Count == 0 || isHarmless)
        {
            Run(statements);
        }
        else
        {
            Guarded(new Exits(exits.Flags, true), () => Run(statements));
        }
    }

    /// <summary><c>do</c> runs while a flag holds that the condition sets at the end of each round.</summary>
    private Exits DoWhile(IWhileLoopOperation loop)
    {
        LoopExits exits = PrepareExits(loop);
        Variable again = NewVariable("again", IrType.Bool);
        _environment[again] = Truth(true, again.Name);
        Repeat(
            [loop.Body, loop.Condition!],
            exits,
            () => _environment[again]!,
            () =>
            {
                Run([.. Flatten(loop.Body)]);
                if (exits.Flags.Count == 0)
                {
                    _environment[again] = Evaluate(loop.Condition!);
                    return;
                }

                Guarded(new Exits(exits.Flags, true), () =>
                {
                    _environment[again] = Evaluate(loop.Condition!);
                    return Exits.None;
                });
            },
            again);
        return AfterLoop(exits, falls: loop.Condition is not { ConstantValue: { HasValue: true, Value: true } } || exits.Broken is not null);
    }

    /// <summary>Appends a <see cref="Ir.While"/> whose condition is that no exit flag is set and <paramref name="condition"/>.</summary>
    private void Repeat(IOperation[] parts, LoopExits exits, Func<Value> condition, Action body, params Variable[] ownCarried)
    {
        foreach (IOperation part in parts)
        {
            Predeclare(part);
        }

        Variable[] carried = [.. Carry(parts, exits), .. ownCarried];
        Value[] initial = Current(carried);
        (Branch test, Value[] testParameters) = BeginLoop(carried);
        Value holds = Within(test, () => exits.Flags.Count == 0 ? condition() : UnlessLeft(exits.Flags, condition));
        Block testBlock = FinishLoop(test, testParameters, carried, [holds]);
        (Branch round, Value[] roundParameters) = BeginLoop(carried, parts);
        Within(round, () =>
        {
            body();
            return 0;
        });
        Block roundBlock = FinishLoop(round, roundParameters, carried, []);
        Value[] outputs = Rebind(carried);
        _block.Append(new While(outputs.ToEquatableArray(), initial.ToEquatableArray(), testBlock, roundBlock));
    }

    private Value UnlessLeft(IReadOnlyList<Variable> flags, Func<Value> condition)
    {
        Value stays = _block.Compute(Opcode.Not, IrType.Bool, null, AnyOf(flags));
        return Choose(stays, () => [condition()], () => [_block.Constant(0, IrType.Bool)], [])[0];
    }

    private LoopExits PrepareExits(ILoopOperation loop)
    {
        Variable? broken = LoopScan.JumpsTo(loop.ExitLabel, loop.Body) ? NewVariable("stopped", IrType.Bool) : null;
        Variable skipped = NewVariable(null, IrType.Bool);
        var flags = new List<Variable>();
        if (broken is not null)
        {
            _frame.SetExit(loop.ExitLabel, broken);
            _environment[broken] = Truth(false, broken.Name);
            flags.Add(broken);
        }

        if (LoopScan.Returns([loop.Body]))
        {
            flags.Add(_frame.Returned);
        }

        _frame.SetExit(loop.ContinueLabel, skipped);
        return new LoopExits(broken, skipped, flags);
    }

    private Exits AfterLoop(LoopExits exits, bool falls) =>
        new([.. exits.Flags.Where(flag => flag != exits.Broken)], falls);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary><c>switch</c> as the chain of <c>if</c>, or of <c>?:</c>, that it abbreviates.</summary>
internal sealed class Switches(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>A <c>switch</c> statement is the chain of <c>if</c> that it abbreviates; <c>default</c> comes last wherever it stands.</summary>
    public Exits Statement(ISwitchOperation @switch)
    {
        Subject subject = rooms.Patterns.SubjectOf(@switch.Value);
        foreach (ILocalSymbol local in @switch.Locals.Where(local => InlineArray.IsIn(local.Type)))
        {
            // Several sections may use its memory.
            rooms.Variables.DeclarePlaces(local, @switch.Syntax);
        }

        if (SwitchJumps.AreIn(@switch))
        {
            return rooms.SwitchJumps.Run(@switch, subject);
        }

        Variable left = state.NewVariable(null, IrType.Bool);
        state.Frame.SetExit(@switch.ExitLabel, left);
        ISwitchCaseOperation[] sections =
        [
            .. @switch.Cases.Where(section => !IsDefault(section)),
            .. @switch.Cases.Where(IsDefault),
        ];
        Exits exits = Sections(subject, sections, 0);
        Exits outside = exits.Without(left);
        return outside with { Falls = exits.Falls || exits.Flags.Contains(left) };
    }

    /// <summary>A switch expression as the chain of <c>?:</c> that it abbreviates; where no arm applies, it throws.</summary>
    public Value[] Expression(ISwitchExpressionOperation @switch, IReadOnlyList<Variable?> targets)
    {
        rooms.Variables.Predeclare(@switch);
        return Arm(rooms.Patterns.SubjectOf(@switch.Value), @switch, 0, targets);
    }

    private static bool IsThrowing(ISwitchCaseOperation section) => Throwing.Ends([.. section.Body.SelectMany(OperationTree.Flatten)]);

    public static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);

    private Exits Sections(Subject subject, IReadOnlyList<ISwitchCaseOperation> sections, int index)
    {
        if (index == sections.Count)
        {
            return Exits.None;
        }

        if (IsDefault(sections[index]))
        {
            return rooms.Statements.Run([.. sections[index].Body.SelectMany(OperationTree.Flatten)]);
        }

        Value condition = AnyClause(subject, sections[index].Clauses, 0) ?? rooms.Constants.Truth(true);
        if (IsThrowing(sections[index]))
        {
            rooms.Throws.ThrowIf(condition, () => rooms.Statements.Run([.. sections[index].Body.SelectMany(OperationTree.Flatten)]));
            return Sections(subject, sections, index + 1);
        }

        if (index + 1 < sections.Count && IsDefault(sections[index + 1]) && IsThrowing(sections[index + 1]))
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(condition), () => Sections(subject, sections, index + 1));
            return rooms.Statements.Run([.. sections[index].Body.SelectMany(OperationTree.Flatten)]);
        }

        Branch then = rooms.Branches.Begin(), otherwise = rooms.Branches.Begin();
        Exits here = rooms.Branches.Within(then, () => rooms.Statements.Run([.. sections[index].Body.SelectMany(OperationTree.Flatten)]));
        Exits others = rooms.Branches.Within(otherwise, () => Sections(subject, sections, index + 1));
        rooms.Branches.Join(condition, then, otherwise);
        return here.Or(others);
    }

    /// <summary>Whether a clause from the given one on applies; null if one does always. A guard runs only where no clause before it does.</summary>
    public Value? AnyClause(Subject subject, IReadOnlyList<ICaseClauseOperation> clauses, int index)
    {
        rooms.Variables.Predeclare(clauses[index]);
        Value? first = Clause(subject, clauses[index]);
        if (first is null || index + 1 == clauses.Count)
        {
            return first;
        }

        bool isGuarded = clauses.Skip(index + 1).Any(clause => clause is IPatternCaseClauseOperation { Guard: not null });
        if (isGuarded)
        {
            return rooms.Branches.Choose(first, () => [rooms.Constants.Truth(true)], () => [AnyClause(subject, clauses, index + 1) ?? rooms.Constants.Truth(true)], [])[0];
        }

        return AnyClause(subject, clauses, index + 1) is { } other ? rooms.Arithmetic.Compute(Opcode.Or, IrType.Bool, null, first, other) : null;
    }

    private Value? Clause(Subject subject, ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single when subject.Parts is [{ Type: OpaqueType { IsEnum: false } } held] =>
            rooms.Arithmetic.Compare(Opcode.Equal, held, rooms.Immutables.Constant(single.Value, held.Type)),
        ISingleValueCaseClauseOperation single when subject.Parts is [{ Type: not BufferType } scalar] =>
            IsEqual(scalar, single.Value),
        ISingleValueCaseClauseOperation missing when Structs.IsNullable(subject.Type) && OperationTree.IsNullLiteral(missing.Value) => rooms.Arithmetic.Not(subject.Parts[0]),
        ISingleValueCaseClauseOperation single when Structs.IsNullable(subject.Type) && subject.Parts is [var exists, var value] =>
            rooms.Arithmetic.Both(exists, IsEqual(value, OperationTree.Strip(single.Value)!)),
        IPatternCaseClauseOperation pattern => Applies(subject, pattern.Pattern, pattern.Guard),
        _ => faults.Unsupported(clause),
    };

    private Value IsEqual(Value value, IOperation constant)
    {
        Value other = rooms.Conversions.Convert(rooms.Expressions.Evaluate(constant), value.Type, null);
        return rooms.Observations.Matched(constant, value, other, rooms.Arithmetic.Compare(Opcode.Equal, value, other));
    }

    /// <summary>Whether the pattern matches and then the guard holds; null if always.</summary>
    private Value? Applies(Subject subject, IPatternOperation pattern, IOperation? guard)
    {
        Value? matches = rooms.Patterns.Matches(subject, pattern);
        if (guard is null || (matches is not null && UnknownType.Is(matches)))
        {
            return matches;
        }

        return matches is null
            ? rooms.Expressions.Evaluate(guard)
            : rooms.Branches.Choose(matches, () => [rooms.Expressions.Evaluate(guard)], () => [rooms.Constants.Truth(false)], [])[0];
    }

    private Value[] Arm(Subject subject, ISwitchExpressionOperation @switch, int index, IReadOnlyList<Variable?> targets)
    {
        ISwitchExpressionArmOperation arm = @switch.Arms[index];
        Value? applies = Applies(subject, arm.Pattern, arm.Guard);
        if (applies is not null && UnknownType.Is(applies))
        {
            return [applies];
        }

        bool isLast = index == @switch.Arms.Length - 1;
        if (applies is null || (isLast && @switch.IsExhaustive))
        {
            return rooms.Expressions.EvaluateAll(arm.Value, targets);
        }

        if (Throwing.Thrown(arm.Value) is { } @throw && !isLast)
        {
            rooms.Throws.ThrowIf(applies, @throw);
            return Arm(subject, @switch, index + 1, targets);
        }

        if (isLast || IsLastThrow(@switch, index + 1))
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(applies), () => isLast ? ThrowUnmatched() : rooms.Throws.Throw(Throwing.Thrown(@switch.Arms[index + 1].Value)!));
            return rooms.Expressions.EvaluateAll(arm.Value, targets);
        }

        return rooms.Branches.Choose(applies, () => rooms.Expressions.EvaluateAll(arm.Value, []), () => Arm(subject, @switch, index + 1, []), targets);
    }

    /// <summary>Whether an arm takes all that is left, and throws.</summary>
    private static bool IsLastThrow(ISwitchExpressionOperation @switch, int index) =>
        @switch.Arms[index] is { Guard: null } arm && Throwing.Thrown(arm.Value) is not null
        && (arm.Pattern is IDiscardPatternOperation || (index == @switch.Arms.Length - 1 && @switch.IsExhaustive));

    private Exits ThrowUnmatched()
    {
        state.Block.Append(new StatementText().Add("throw new global::System.Runtime.CompilerServices.SwitchExpressionException()").Finish(always: true));
        return Exits.Thrown;
    }
}

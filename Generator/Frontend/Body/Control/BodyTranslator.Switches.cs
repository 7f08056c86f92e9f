using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A <c>switch</c> statement is the chain of <c>if</c> that it abbreviates; <c>default</c> comes last wherever it stands.</summary>
    private Exits Switch(ISwitchOperation @switch)
    {
        Subject subject = SubjectOf(@switch.Value);
        foreach (ILocalSymbol local in @switch.Locals.Where(local => InlineArray.IsIn(local.Type)))
        {
            // Several sections may use its memory.
            DeclarePlaces(local, @switch.Syntax);
        }

        if (JumpsInside(@switch))
        {
            return WithJumps(@switch, subject);
        }

        Variable left = NewVariable(null, IrType.Bool);
        _frame.SetExit(@switch.ExitLabel, left);
        ISwitchCaseOperation[] sections =
        [
            .. @switch.Cases.Where(section => !IsDefault(section)),
            .. @switch.Cases.Where(IsDefault),
        ];
        Exits exits = Sections(subject, sections, 0);
        Exits outside = exits.Without(left);
        return outside with { Falls = exits.Falls || exits.Flags.Contains(left) };
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);

    private Exits Sections(Subject subject, IReadOnlyList<ISwitchCaseOperation> sections, int index)
    {
        if (index == sections.Count)
        {
            return Exits.None;
        }

        if (IsDefault(sections[index]))
        {
            return Run([.. sections[index].Body.SelectMany(Flatten)]);
        }

        Value condition = AnyClause(subject, sections[index].Clauses, 0) ?? Truth(true);
        if (Throwing(sections[index]))
        {
            ThrowIf(condition, () => Run([.. sections[index].Body.SelectMany(Flatten)]));
            return Sections(subject, sections, index + 1);
        }

        if (index + 1 < sections.Count && IsDefault(sections[index + 1]) && Throwing(sections[index + 1]))
        {
            ThrowIf(Not(condition), () => Sections(subject, sections, index + 1));
            return Run([.. sections[index].Body.SelectMany(Flatten)]);
        }

        Branch then = Begin(), otherwise = Begin();
        Exits here = Within(then, () => Run([.. sections[index].Body.SelectMany(Flatten)]));
        Exits others = Within(otherwise, () => Sections(subject, sections, index + 1));
        Join(condition, then, otherwise);
        return here.Or(others);
    }

    private static bool Throwing(ISwitchCaseOperation section) => EndsInThrow([.. section.Body.SelectMany(Flatten)]);

    /// <summary>Whether a clause from the given one on applies; null if one does always. A guard runs only where no clause before it does.</summary>
    private Value? AnyClause(Subject subject, IReadOnlyList<ICaseClauseOperation> clauses, int index)
    {
        Predeclare(clauses[index]);
        Value? first = Clause(subject, clauses[index]);
        if (first is null || index + 1 == clauses.Count)
        {
            return first;
        }

        bool isGuarded = clauses.Skip(index + 1).Any(clause => clause is IPatternCaseClauseOperation { Guard: not null });
        if (isGuarded)
        {
            return Choose(first, () => [Truth(true)], () => [AnyClause(subject, clauses, index + 1) ?? Truth(true)], [])[0];
        }

        return AnyClause(subject, clauses, index + 1) is { } other ? Compute(Opcode.Or, IrType.Bool, null, first, other) : null;
    }

    private Value? Clause(Subject subject, ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single when subject.Parts is [{ Type: not BufferType } scalar] =>
            Compare(Opcode.Equal, scalar, Evaluate(single.Value)),
        ISingleValueCaseClauseOperation missing when IsNullable(subject.Type) && IsNullLiteral(missing.Value) => Not(subject.Parts[0]),
        ISingleValueCaseClauseOperation single when IsNullable(subject.Type) && subject.Parts is [var exists, var value] =>
            Both(exists, Compare(Opcode.Equal, value, Convert(Evaluate(Strip(single.Value)!), value.Type, null))),
        IPatternCaseClauseOperation pattern => Applies(subject, pattern.Pattern, pattern.Guard),
        _ => Unsupported(clause),
    };

    /// <summary>Whether the pattern matches and then the guard holds; null if always.</summary>
    private Value? Applies(Subject subject, IPatternOperation pattern, IOperation? guard)
    {
        Value? matches = Matches(subject, pattern);
        if (guard is null || (matches is not null && UnknownType.Is(matches)))
        {
            return matches;
        }

        return matches is null ? Evaluate(guard) : Choose(matches, () => [Evaluate(guard)], () => [Truth(false)], [])[0];
    }

    /// <summary>A switch expression as the chain of <c>?:</c> that it abbreviates; where no arm applies, it throws.</summary>
    private Value[] SwitchArms(ISwitchExpressionOperation @switch, IReadOnlyList<Variable?> targets)
    {
        Predeclare(@switch);
        return Arm(SubjectOf(@switch.Value), @switch, 0, targets);
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
            return EvaluateAll(arm.Value, targets);
        }

        if (Thrown(arm.Value) is { } @throw && !isLast)
        {
            ThrowIf(applies, @throw);
            return Arm(subject, @switch, index + 1, targets);
        }

        if (isLast || IsLastThrow(@switch, index + 1))
        {
            ThrowIf(Not(applies), () => isLast ? ThrowUnmatched() : Throw(Thrown(@switch.Arms[index + 1].Value)!));
            return EvaluateAll(arm.Value, targets);
        }

        return Choose(applies, () => EvaluateAll(arm.Value, []), () => Arm(subject, @switch, index + 1, []), targets);
    }

    /// <summary>Whether an arm takes all that is left, and throws.</summary>
    private static bool IsLastThrow(ISwitchExpressionOperation @switch, int index) =>
        @switch.Arms[index] is { Guard: null } arm && Thrown(arm.Value) is not null
        && (arm.Pattern is IDiscardPatternOperation || (index == @switch.Arms.Length - 1 && @switch.IsExhaustive));

    private Exits ThrowUnmatched()
    {
        _block.Append(new StatementText().Add("throw new global::System.Runtime.CompilerServices.SwitchExpressionException()").Finish(always: true));
        return Exits.Thrown;
    }
}

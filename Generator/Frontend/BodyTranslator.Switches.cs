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
        Branch then = Begin(), otherwise = Begin();
        Exits here = Within(then, () => Run([.. sections[index].Body.SelectMany(Flatten)]));
        Exits others = Within(otherwise, () => Sections(subject, sections, index + 1));
        Join(condition, then, otherwise);
        return here.Or(others);
    }

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
        IPatternCaseClauseOperation pattern => Applies(subject, pattern.Pattern, pattern.Guard),
        _ => Unsupported(clause),
    };

    /// <summary>Whether the pattern matches and then the guard holds; null if always.</summary>
    private Value? Applies(Subject subject, IPatternOperation pattern, IOperation? guard)
    {
        Value? matches = Matches(subject, pattern);
        if (guard is null || (matches is not null && IsUnknown(matches)))
        {
            return matches;
        }

        return matches is null ? Evaluate(guard) : Choose(matches, () => [Evaluate(guard)], () => [Truth(false)], [])[0];
    }

    /// <summary>A switch expression as the chain of <c>?:</c> that it abbreviates; its last arm takes everything.</summary>
    private Value[] SwitchArms(ISwitchExpressionOperation @switch, IReadOnlyList<Variable?> targets)
    {
        ISwitchExpressionArmOperation last = @switch.Arms[@switch.Arms.Length - 1];
        if (!@switch.IsExhaustive || last.Guard is not null)
        {
            ReportUnsupported(last.Syntax, "A switch expression that does not cover every value", "Add the arm '_ => …' at its end");
            return [Unknown()];
        }

        Predeclare(@switch);
        return Arm(SubjectOf(@switch.Value), @switch, 0, targets);
    }

    private Value[] Arm(Subject subject, ISwitchExpressionOperation @switch, int index, IReadOnlyList<Variable?> targets)
    {
        ISwitchExpressionArmOperation arm = @switch.Arms[index];
        Value? applies = Applies(subject, arm.Pattern, arm.Guard);
        if (applies is not null && IsUnknown(applies))
        {
            return [applies];
        }

        return applies is null || index == @switch.Arms.Length - 1
            ? EvaluateAll(arm.Value, targets)
            : Choose(applies, () => EvaluateAll(arm.Value, []), () => Arm(subject, @switch, index + 1, []), targets);
    }
}

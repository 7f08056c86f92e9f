using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A switch expression as the chain of <c>?:</c> that it abbreviates; its last arm takes everything.</summary>
    private Value[] SwitchArms(ISwitchExpressionOperation @switch, IReadOnlyList<Variable?> targets)
    {
        ISwitchExpressionArmOperation last = @switch.Arms[@switch.Arms.Length - 1];
        if (last is not { Pattern: IDiscardPatternOperation, Guard: null })
        {
            ReportUnsupported(last.Syntax, "A switch expression without a final '_' arm", "Add the arm '_ => …' at its end");
            return [Unknown()];
        }

        Predeclare(@switch);
        return Arm(Evaluate(@switch.Value), @switch, 0, targets);
    }

    private Value[] Arm(Value subject, ISwitchExpressionOperation @switch, int index, IReadOnlyList<Variable?> targets)
    {
        ISwitchExpressionArmOperation arm = @switch.Arms[index];
        if (arm.Pattern is IDiscardPatternOperation && arm.Guard is null)
        {
            return EvaluateAll(arm.Value, targets);
        }

        Value matches = Matches(subject, arm.Pattern);
        if (arm.Guard is { } guard)
        {
            Value pattern = matches;
            matches = Choose(pattern, () => [Evaluate(guard)], () => [_block.Constant(0, IrType.Bool)], [])[0];
        }

        return Choose(matches, () => EvaluateAll(arm.Value, []), () => Arm(subject, @switch, index + 1, []), targets);
    }

    /// <summary>Whether a number or enum matches a pattern made of constants.</summary>
    private Value Matches(Value subject, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Compare(Opcode.Equal, subject, Convert(Evaluate(constant.Value), subject.Type, null));
            case IRelationalPatternOperation relational when Opcodes.Find(relational.OperatorKind) is { } comparison:
                return Compare(comparison, subject, Convert(Evaluate(relational.Value), subject.Type, null));
            case IDiscardPatternOperation:
                return _block.Constant(1, IrType.Bool);
            case INegatedPatternOperation negated:
                return Compute(Opcode.Not, IrType.Bool, null, Matches(subject, negated.Pattern));
            case IBinaryPatternOperation binary:
                Value left = Matches(subject, binary.LeftPattern), right = Matches(subject, binary.RightPattern);
                Opcode opcode = binary.OperatorKind == BinaryOperatorKind.And ? Opcode.And : Opcode.Or;
                return Compute(opcode, IrType.Bool, null, left, right);
            default:
                return Unsupported(pattern);
        }
    }
}

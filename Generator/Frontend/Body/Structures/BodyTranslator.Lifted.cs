using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Operators of nullable values: computed only where all operands are there, as else even integers could be divided by zero.</summary>
internal sealed partial class BodyTranslator
{
    private Value[] Lifted(IBinaryOperation operation, IReadOnlyList<Variable?> targets)
    {
        BinaryOperatorKind kind = operation.OperatorKind;
        bool isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (isEquality && (IsNullLiteral(operation.LeftOperand) || IsNullLiteral(operation.RightOperand)))
        {
            Value exists = EvaluateAll(IsNullLiteral(operation.LeftOperand) ? operation.RightOperand : operation.LeftOperand, [])[0];
            return [kind == BinaryOperatorKind.NotEquals ? exists : Not(exists)];
        }

        if (Operator(operation, operation.OperatorMethod, kind, operation.LeftOperand.Type, operation.Type) is not { } compute)
        {
            return [Unsupported(operation)];
        }

        CheckLifted(operation, operation.IsChecked, operation.Type);
        Value[] left = EvaluateAll(operation.LeftOperand, []), right = EvaluateAll(operation.RightOperand, []);
        if (left.Concat(right).Any(UnknownType.Is))
        {
            return [Unknown()];
        }

        if (IsCertain(left) && IsCertain(right))
        {
            Value[] result = compute(ValueOf(left), ValueOf(right));
            return IsNullable(operation.Type) ? Present(result) : result;
        }

        if (isEquality)
        {
            Value[] SameKind() => [Compare(kind == BinaryOperatorKind.Equals ? Opcode.Equal : Opcode.NotEqual, left[0], right[0])];
            return Choose(AreThere(left, right), () => compute(ValueOf(left), ValueOf(right)), SameKind, targets);
        }

        return IsNullable(operation.Type)
            ? Lift([left, right], () => compute(ValueOf(left), ValueOf(right)), operation.Type, targets)
            : Choose(AreThere(left, right), () => compute(ValueOf(left), ValueOf(right)), () => [Truth(false)], targets);
    }

    /// <summary>A result that is there where all operands are.</summary>
    private Value[] Lift(Value[][] operands, Func<Value[]> compute, ITypeSymbol? type, IReadOnlyList<Variable?> targets)
    {
        return operands.All(IsCertain)
            ? Present(compute())
            : Choose(AreThere(operands), () => Present(compute()), () => Absent(type), targets);
    }

    private Value AreThere(params Value[][] operands) =>
        operands.Where(operand => !IsCertain(operand)).Select(operand => operand[0]).Aggregate((left, right) => Both(left, right)!);

    /// <summary>What an operator computes of the values themselves; null if it is not supported.</summary>
    private Func<Value[], Value[], Value[]>? Operator(IOperation use, IMethodSymbol? method, BinaryOperatorKind kind, ITypeSymbol? operand, ITypeSymbol? result)
    {
        if (method is not null && IsWritten(method))
        {
            IMethodSymbol called = IsDeclaredHere(method) ? method : Surrogate(method)!;
            return (left, right) => CallInPlace(use, called, null, frame =>
            {
                BindValues(called.OriginalDefinition.Parameters[0], left, use, frame);
                BindValues(called.OriginalDefinition.Parameters[1], right, use, frame);
            }, []);
        }

        // Of truth values that may be missing, & and | know more than whether both are there.
        bool isOfTruths = kind is BinaryOperatorKind.And or BinaryOperatorKind.Or && Structs.Underlying(operand)?.SpecialType == SpecialType.System_Boolean;
        return GenericMath.IsOfNumbers(method, Structs.Underlying(operand)) && !isOfTruths
            && Opcodes.Find(kind) is { } opcode && TypeMap.Scalar(Structs.Underlying(result) ?? result) is ScalarType type
            && TypeMap.Scalar(Structs.Underlying(operand)) is not null
                ? (left, right) => [Compute(opcode, type, null, left[0], right[0])]
                : null;
    }

    private void CheckLifted(IOperation operation, bool isChecked, ITypeSymbol? type)
    {
        if (TypeMap.Scalar(Structs.Underlying(type)) is { } scalar)
        {
            CheckOverflowContext(operation, isChecked, scalar);
        }
    }

    private Value[] Lifted(IUnaryOperation operation, IReadOnlyList<Variable?> targets)
    {
        Opcode? opcode = operation.OperatorKind switch
        {
            UnaryOperatorKind.Minus => Opcode.Negate,
            UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation => Opcode.Not,
            _ => null,
        };
        if (opcode is not { } known || !GenericMath.IsOfNumbers(operation.OperatorMethod, Structs.Underlying(operation.Operand.Type))
            || TypeMap.Scalar(Structs.Underlying(operation.Type)) is not ScalarType type)
        {
            return operation.OperatorKind == UnaryOperatorKind.Plus && operation.OperatorMethod is null
                ? EvaluateAll(operation.Operand, targets)
                : [Unsupported(operation)];
        }

        CheckLifted(operation, operation.IsChecked, operation.Type);
        Value[] operand = EvaluateAll(operation.Operand, []);
        return operand.Any(UnknownType.Is) ? operand : Lift([operand], () => [Compute(known, type, null, operand[1])], operation.Type, targets);
    }

    private Value[] Lifted(ICompoundAssignmentOperation compound)
    {
        if (!compound.InConversion.IsIdentity || !compound.OutConversion.IsIdentity || Located(compound.Target) is not { } places
            || Operator(compound, compound.OperatorMethod, compound.OperatorKind, compound.Target.Type, compound.Target.Type) is not { } compute)
        {
            return [Unsupported(compound)];
        }

        CheckLifted(compound, compound.IsChecked, compound.Target.Type);
        Value[] before = ReadPlaces(places, compound.Syntax), operand = EvaluateAll(compound.Value, []);
        if (before.Concat(operand).Any(UnknownType.Is))
        {
            return [Unknown()];
        }

        operand = IsNullable(compound.Value.Type) ? operand : Present(operand);
        Value[] after = Lift([before, operand], () => compute(ValueOf(before), ValueOf(operand)), compound.Target.Type, NamesOf(places));
        Assign(places, after, compound.Syntax);
        return after;
    }

    private Value[] Lifted(IIncrementOrDecrementOperation increment)
    {
        ScalarType? type = TypeMap.Scalar(Structs.Underlying(increment.Target.Type)) as ScalarType;
        bool isNarrow = type?.Kind is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort;
        if (type is null || isNarrow || increment.OperatorMethod is not null || Located(increment.Target) is not { } places)
        {
            return [Unsupported(increment)];
        }

        CheckLifted(increment, increment.IsChecked, increment.Target.Type);
        Value[] before = ReadPlaces(places, increment.Syntax);
        if (before.Any(UnknownType.Is))
        {
            return before;
        }

        Opcode opcode = increment.Kind == OperationKind.Increment ? Opcode.Add : Opcode.Subtract;
        Value[] after = Lift([before], () => [Compute(opcode, type, null, before[1], _block.Constant(1, type))], increment.Target.Type, NamesOf(places));
        Assign(places, after, increment.Syntax);
        return increment.IsPostfix ? before : after;
    }
}

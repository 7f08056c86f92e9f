using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Operators of nullable values: computed only where all operands are there, as else even integers could be divided by zero.</summary>
internal sealed class LiftedOperators(BodyState state, Faults faults, Rooms rooms)
{
    public Value[] Evaluate(IBinaryOperation operation, IReadOnlyList<Variable?> targets)
    {
        BinaryOperatorKind kind = operation.OperatorKind;
        bool isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (isEquality && (OperationTree.IsNullLiteral(operation.LeftOperand) || OperationTree.IsNullLiteral(operation.RightOperand)))
        {
            Value exists = rooms.Expressions.EvaluateAll(OperationTree.IsNullLiteral(operation.LeftOperand) ? operation.RightOperand : operation.LeftOperand, [])[0];
            return [kind == BinaryOperatorKind.NotEquals ? exists : rooms.Arithmetic.Not(exists)];
        }

        if (Operator(operation, operation.OperatorMethod, kind, operation.LeftOperand.Type, operation.Type) is not { } compute)
        {
            return [faults.Unsupported(operation)];
        }

        CheckLifted(operation, operation.IsChecked, operation.Type);
        Value[] left = rooms.Expressions.EvaluateAll(operation.LeftOperand, []), right = rooms.Expressions.EvaluateAll(operation.RightOperand, []);
        if (left.Concat(right).Any(UnknownType.Is))
        {
            return [state.Unknown()];
        }

        if (rooms.Nullables.IsCertain(left) && rooms.Nullables.IsCertain(right))
        {
            Value[] result = compute(Nullables.ValueOf(left), Nullables.ValueOf(right));
            return Structs.IsNullable(operation.Type) ? rooms.Nullables.Present(result) : result;
        }

        if (isEquality)
        {
            Value[] SameKind() => [rooms.Arithmetic.Compare(kind == BinaryOperatorKind.Equals ? Opcode.Equal : Opcode.NotEqual, left[0], right[0])];
            return rooms.Branches.Choose(AreThere(left, right), () => compute(Nullables.ValueOf(left), Nullables.ValueOf(right)), SameKind, targets);
        }

        return Structs.IsNullable(operation.Type)
            ? Lift([left, right], () => compute(Nullables.ValueOf(left), Nullables.ValueOf(right)), operation.Type, targets)
            : rooms.Branches.Choose(AreThere(left, right), () => compute(Nullables.ValueOf(left), Nullables.ValueOf(right)), () => [rooms.Constants.Truth(false)], targets);
    }

    public Value[] Evaluate(IUnaryOperation operation, IReadOnlyList<Variable?> targets)
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
                ? rooms.Expressions.EvaluateAll(operation.Operand, targets)
                : [faults.Unsupported(operation)];
        }

        CheckLifted(operation, operation.IsChecked, operation.Type);
        Value[] operand = rooms.Expressions.EvaluateAll(operation.Operand, []);
        return operand.Any(UnknownType.Is) ? operand : Lift([operand], () => [rooms.Arithmetic.Compute(known, type, null, operand[1])], operation.Type, targets);
    }

    public Value[] Evaluate(ICompoundAssignmentOperation compound)
    {
        if (!compound.InConversion.IsIdentity || !compound.OutConversion.IsIdentity || rooms.Places.LocateAll(compound.Target) is not { } places
            || Operator(compound, compound.OperatorMethod, compound.OperatorKind, compound.Target.Type, compound.Target.Type) is not { } compute)
        {
            return [faults.Unsupported(compound)];
        }

        CheckLifted(compound, compound.IsChecked, compound.Target.Type);
        Value[] before = rooms.Contents.ReadAll(places, compound.Syntax), operand = rooms.Expressions.EvaluateAll(compound.Value, []);
        if (before.Concat(operand).Any(UnknownType.Is))
        {
            return [state.Unknown()];
        }

        operand = Structs.IsNullable(compound.Value.Type) ? operand : rooms.Nullables.Present(operand);
        Value[] after = Lift([before, operand], () => compute(Nullables.ValueOf(before), Nullables.ValueOf(operand)), compound.Target.Type, Targets.Of(places));
        rooms.Contents.Assign(places, after, compound.Syntax);
        return after;
    }

    public Value[] Evaluate(IIncrementOrDecrementOperation increment)
    {
        ScalarType? type = TypeMap.Scalar(Structs.Underlying(increment.Target.Type)) as ScalarType;
        bool isNarrow = type?.Kind is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort;
        if (type is null || isNarrow || increment.OperatorMethod is not null || rooms.Places.LocateAll(increment.Target) is not { } places)
        {
            return [faults.Unsupported(increment)];
        }

        CheckLifted(increment, increment.IsChecked, increment.Target.Type);
        Value[] before = rooms.Contents.ReadAll(places, increment.Syntax);
        if (before.Any(UnknownType.Is))
        {
            return before;
        }

        Opcode opcode = increment.Kind == OperationKind.Increment ? Opcode.Add : Opcode.Subtract;
        Value[] after = Lift([before], () => [rooms.Arithmetic.Compute(opcode, type, null, before[1], state.Block.Constant(1, type))], increment.Target.Type, Targets.Of(places));
        rooms.Contents.Assign(places, after, increment.Syntax);
        return increment.IsPostfix ? before : after;
    }

    /// <summary>A result that is there where all operands are.</summary>
    private Value[] Lift(Value[][] operands, Func<Value[]> compute, ITypeSymbol? type, IReadOnlyList<Variable?> targets)
    {
        return operands.All(rooms.Nullables.IsCertain)
            ? rooms.Nullables.Present(compute())
            : rooms.Branches.Choose(AreThere(operands), () => rooms.Nullables.Present(compute()), () => rooms.Nullables.Absent(type), targets);
    }

    private Value AreThere(params Value[][] operands) =>
        operands.Where(operand => !rooms.Nullables.IsCertain(operand)).Select(operand => operand[0]).Aggregate((left, right) => rooms.Arithmetic.Both(left, right)!);

    /// <summary>What an operator computes of the values themselves; null if it is not supported.</summary>
    private Func<Value[], Value[], Value[]>? Operator(IOperation use, IMethodSymbol? method, BinaryOperatorKind kind, ITypeSymbol? operand, ITypeSymbol? result)
    {
        if (method is not null && rooms.MethodFacts.IsWritten(method))
        {
            IMethodSymbol called = rooms.MethodFacts.IsDeclaredHere(method) ? method : rooms.MethodFacts.Surrogate(method)!;
            return (left, right) => rooms.MemberCalls.CallInPlace(use, called, null, frame =>
            {
                rooms.Arguments.BindValues(called.OriginalDefinition.Parameters[0], left, use, frame);
                rooms.Arguments.BindValues(called.OriginalDefinition.Parameters[1], right, use, frame);
            }, []);
        }

        // Of truth values that may be missing, & and | know more than whether both are there.
        bool isOfTruths = kind is BinaryOperatorKind.And or BinaryOperatorKind.Or && Structs.Underlying(operand)?.SpecialType == SpecialType.System_Boolean;
        return GenericMath.IsOfNumbers(method, Structs.Underlying(operand)) && !isOfTruths
            && Opcodes.Find(kind) is { } opcode && TypeMap.Scalar(Structs.Underlying(result) ?? result) is ScalarType type
            && TypeMap.Scalar(Structs.Underlying(operand)) is not null
                ? (left, right) => [rooms.Arithmetic.Compute(opcode, type, null, left[0], right[0])]
                : null;
    }

    private void CheckLifted(IOperation operation, bool isChecked, ITypeSymbol? type)
    {
        if (TypeMap.Scalar(Structs.Underlying(type)) is { } scalar)
        {
            rooms.Operators.CheckOverflow(operation, isChecked, scalar);
        }
    }
}

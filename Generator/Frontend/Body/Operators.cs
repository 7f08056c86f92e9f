using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Operators of numbers and truth values, conversions among them; <c>&amp;&amp;</c>, <c>||</c> and <c>?:</c> evaluate only what they need.
/// </summary>
internal sealed class Operators(BodyState state, Faults faults, Rooms rooms)
{
    public Value Binary(IBinaryOperation operation, string? name)
    {
        if (IsNullTest(operation))
        {
            IOperation array = OperationTree.IsNull(operation.LeftOperand) ? operation.RightOperand : operation.LeftOperand;
            return NullTest(OperationTree.Strip(array)!, operation.OperatorKind == BinaryOperatorKind.Equals);
        }

        if (!GenericMath.IsOfNumbers(operation.OperatorMethod, operation.LeftOperand.Type) || operation.IsLifted || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return faults.Unsupported(operation);
        }

        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Lazy(operation, name);
        }

        Value left = rooms.Expressions.Evaluate(operation.LeftOperand), right = rooms.Expressions.Evaluate(operation.RightOperand);
        if (Opcodes.Find(operation.OperatorKind) is not { } opcode || left.Type is BufferType || right.Type is BufferType || type is OpaqueType)
        {
            return faults.Unsupported(operation);
        }

        CheckOverflow(operation, operation.IsChecked, type);
        Value result = rooms.Arithmetic.Compute(opcode, type, name, left, right);
        return rooms.Observations.Compared(operation, opcode, left, right, result);
    }

    public Value Unary(IUnaryOperation operation, string? name)
    {
        if (!GenericMath.IsOfNumbers(operation.OperatorMethod, operation.Operand.Type) || operation.IsLifted || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return faults.Unsupported(operation);
        }

        Value operand = rooms.Expressions.Evaluate(operation.Operand);
        CheckOverflow(operation, operation.IsChecked, type);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => rooms.Arithmetic.Compute(Opcode.Negate, type, name, operand),
            UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation => rooms.Arithmetic.Compute(Opcode.Not, type, name, operand),
            _ => faults.Unsupported(operation),
        };
    }

    private Value Lazy(IBinaryOperation operation, string? name)
    {
        rooms.Variables.Predeclare(operation);
        Value left = rooms.Expressions.Evaluate(operation.LeftOperand);
        bool isAnd = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        Value[] Right() => [rooms.Expressions.Evaluate(operation.RightOperand)];
        Value[] Settled() => [state.Block.Constant(isAnd ? 0 : 1, IrType.Bool)];
        return isAnd
            ? rooms.Branches.Choose(left, Right, Settled, [Targets.Named(name)])[0]
            : rooms.Branches.Choose(left, Settled, Right, [Targets.Named(name)])[0];
    }

    public Value[] Ternary(IConditionalOperation conditional, IOperation whenFalse, IReadOnlyList<Variable?> targets)
    {
        rooms.Variables.Predeclare(conditional);
        Value condition = rooms.Expressions.Evaluate(conditional.Condition);
        if (Throwing.Thrown(conditional.WhenTrue) is { } first)
        {
            rooms.Throws.ThrowIf(condition, first);
            return rooms.Expressions.EvaluateAll(whenFalse, targets);
        }

        if (Throwing.Thrown(whenFalse) is { } second)
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(condition), second);
            return rooms.Expressions.EvaluateAll(conditional.WhenTrue, targets);
        }

        return rooms.Branches.Choose(condition, () => rooms.Expressions.EvaluateAll(conditional.WhenTrue, []), () => rooms.Expressions.EvaluateAll(whenFalse, []), targets);
    }

    public Value Conversion(IConversionOperation conversion, string? name)
    {
        IrType? target = TypeMap.Find(conversion.Type);
        if (target is BufferType && ArrayCall.CloneOf(conversion.Operand) is { } cloned && SymbolEqualityComparer.Default.Equals(cloned.Type, conversion.Type))
        {
            Value original = rooms.Expressions.Evaluate(cloned);
            return UnknownType.Is(original) ? original : rooms.Allocations.Copy(original, name);
        }

        if (target is BufferType buffer)
        {
            Value source = rooms.Expressions.Evaluate(conversion.Operand, name);
            return UnknownType.Is(source) || source.Type is BufferType ? rooms.Views.Under(source, buffer, name) : faults.Unsupported(conversion);
        }

        if (target is ScalarType number && conversion.OperatorMethod is { } converter && TypeMap.IsHalf(converter.ContainingType))
        {
            return OfHalf(conversion, converter, number, name);
        }

        if (target is not ScalarType scalar || conversion.OperatorMethod is not null || TypeMap.Scalar(conversion.Operand.Type) is null)
        {
            return target is OpaqueType && conversion.Conversion.IsIdentity ? rooms.Expressions.Evaluate(conversion.Operand, name) : faults.Unsupported(conversion);
        }

        Value operand = rooms.Expressions.Evaluate(conversion.Operand, conversion.Conversion.IsIdentity ? name : null);
        if (!conversion.IsImplicit && !conversion.Conversion.IsIdentity && !conversion.Operand.ConstantValue.HasValue)
        {
            CheckOverflow(conversion, conversion.IsChecked, scalar);
        }

        Value converted = rooms.Conversions.Convert(operand, scalar, name);
        return rooms.Observations.Cast(conversion, operand, rooms.Observations.Converted(conversion, converted));
    }

    /// <summary>A conversion from or to <c>Half</c>, which are operators of that type.</summary>
    private Value OfHalf(IConversionOperation conversion, IMethodSymbol converter, ScalarType target, string? name)
    {
        if (TypeMap.Scalar(converter.Parameters[0].Type) is not ScalarType from || TypeMap.Scalar(converter.ReturnType) is not ScalarType to
            || converter.Name is not (WellKnownMemberNames.ExplicitConversionName or WellKnownMemberNames.ImplicitConversionName))
        {
            return faults.Unsupported(conversion);
        }

        Value operand = rooms.Conversions.Convert(rooms.Expressions.Evaluate(conversion.Operand), from, null);
        CheckOverflow(conversion, conversion.IsChecked, to);
        return rooms.Conversions.Convert(rooms.Conversions.Convert(operand, to, target.Equals(to) ? name : null), target, name);
    }

    /// <summary>Whether an array is compared with <c>null</c>: for an argument that is, generated code throws before it does anything.</summary>
    private static bool IsNullTest(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && ((OperationTree.IsNull(operation.LeftOperand) && OperationTree.Strip(operation.RightOperand)?.Type is IArrayTypeSymbol)
            || (OperationTree.IsNull(operation.RightOperand) && OperationTree.Strip(operation.LeftOperand)?.Type is IArrayTypeSymbol));

    private Value NullTest(IOperation array, bool isNull)
    {
        rooms.Origins.CheckIsThere(rooms.Expressions.EvaluateAll(array, [])[0], array);
        return rooms.Constants.Truth(!isNull);
    }

    public void CheckOverflow(IOperation operation, bool isChecked, IrType type)
    {
        if (type is ScalarType { IsInteger: true } && isChecked != state.Translation.Compilation.Options.CheckOverflow)
        {
            faults.Report(Descriptors.OverflowContext, operation.Syntax, isChecked ? "checked" : "unchecked");
        }
    }
}

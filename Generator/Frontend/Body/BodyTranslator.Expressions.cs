using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The value of an expression; the result of its last step gets the name of the variable that takes it.</summary>
    private Value Evaluate(IOperation operation, string? name = null)
    {
        if (Literal(operation, name) is { } constant)
        {
            return constant;
        }

        if (Structured(operation, [Named(name)]) is { } parts)
        {
            return parts.Length > 0 ? parts[0] : Unknown();
        }

        return operation switch
        {
            ILocalReferenceOperation local => Read(local),
            IParameterReferenceOperation parameter => Read(parameter),
            IFieldReferenceOperation field => Field(field),
            IBinaryOperation binary => Binary(binary, name),
            IUnaryOperation unary => Unary(unary, name),
            IConversionOperation conversion => Conversion(conversion, name),
            IConditionalOperation conditional when TypeMap.Find(conditional.Type) is not BufferType => EvaluateAll(conditional, [Named(name)])[0],
            IInvocationOperation invocation => EvaluateAll(invocation, [Named(name)])[0],
            ISimpleAssignmentOperation { IsRef: true } reference => Refer(reference),
            ISimpleAssignmentOperation assignment => AssignScalar(assignment),
            ICompoundAssignmentOperation compound => Compound(compound),
            IIncrementOrDecrementOperation increment => Increment(increment),
            ISwitchExpressionOperation @switch => EvaluateAll(@switch, [Named(name)])[0],
            IIsPatternOperation match => IsMatch(match),
            _ => Memory(operation, name),
        };
    }

    private static Variable? Named(string? name) => name is null ? null : new Variable(-1, name, UnknownType.Instance);

    /// <summary>The components of a tuple, or the one value of anything else.</summary>
    private Value[] EvaluateAll(IOperation operation, IReadOnlyList<Variable?> targets)
    {
        if (Structured(operation, targets) is { } parts)
        {
            return parts;
        }

        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional when IsScalarOrTuple(conditional.Type):
                return Ternary(conditional, whenFalse, targets);
            case ISwitchExpressionOperation @switch when IsScalarOrTuple(@switch.Type):
                return SwitchArms(@switch, targets);
            case IInvocationOperation invocation:
                Value[] outputs = Invoke(invocation, targets);
                return outputs.Length > 0 ? outputs : [Unknown()];
            default:
                return TypeMap.Scalar(operation.Type) is not null || !Structs.IsMany(operation.Type)
                    ? [Evaluate(operation, Targets.Name(targets))]
                    : [Unsupported(operation)];
        }
    }

    private static bool IsScalarOrTuple(ITypeSymbol? type) => TypeMap.Scalar(type) is not null || Structs.Is(type);

    private Value[] Ternary(IConditionalOperation conditional, IOperation whenFalse, IReadOnlyList<Variable?> targets)
    {
        Predeclare(conditional);
        Value condition = Evaluate(conditional.Condition);
        if (Thrown(conditional.WhenTrue) is { } first)
        {
            ThrowIf(condition, first);
            return EvaluateAll(whenFalse, targets);
        }

        if (Thrown(whenFalse) is { } second)
        {
            ThrowIf(Not(condition), second);
            return EvaluateAll(conditional.WhenTrue, targets);
        }

        return Choose(condition, () => EvaluateAll(conditional.WhenTrue, []), () => EvaluateAll(whenFalse, []), targets);
    }

    private Value Read(ILocalReferenceOperation reference)
    {
        if (_frame.Reference(reference.Local) is { } referred)
        {
            return ReadPlace(Settled(referred), reference.Syntax);
        }

        bool isKnown = reference.IsDeclaration || _frame.Find(reference.Local) is not null;
        return isKnown ? Current(Declare(reference.Local, reference.Syntax)[0], reference.Syntax) : Unsupported(reference);
    }

    private Value Read(IParameterReferenceOperation reference)
    {
        if (_frame.Reference(reference.Parameter) is { } referred)
        {
            return ReadPlace(Settled(referred), reference.Syntax);
        }

        return _frame.Find(reference.Parameter) is { } variables ? Current(variables[0], reference.Syntax) : Unsupported(reference);
    }

    /// <summary>Where each buffer variable was last assigned again, for messages.</summary>
    private readonly Dictionary<Variable, SyntaxNode> _rebound = [];

    private void NoteRebound(Variable variable, SyntaxNode at) => _rebound[variable] = at;

    private SyntaxNode? ReboundAt(Variable variable) => _rebound.TryGetValue(variable, out SyntaxNode at) ? at : null;

    /// <summary>The name of the array or span of structures of which a buffer variable is one leaf; null for any other variable.</summary>
    private string? WholeOf(Variable variable) => _leafBuffers.TryGetValue(variable, out string whole) ? whole : null;

    /// <summary>What the variable holds here; an error where that is one of several memories.</summary>
    private Value Current(Variable variable, SyntaxNode at)
    {
        if (PartOf(variable) is { } part)
        {
            return Current(variable, part);
        }

        if (variable.Type is UnknownType || _environment[variable] is not { } value)
        {
            return variable.Type is UnknownType or BufferType ? Unknown() : VersionOf(variable);
        }

        if (value.Type is not DivergedType)
        {
            return value;
        }

        Report(Descriptors.BufferReassigned, ReboundAt(variable) ?? at, WholeOf(variable) ?? variable.Name!);
        return Unknown();
    }

    private Value Binary(IBinaryOperation operation, string? name)
    {
        if (IsNullTest(operation))
        {
            return NullTest(Strip(IsNull(operation.LeftOperand) ? operation.RightOperand : operation.LeftOperand)!, operation.OperatorKind == BinaryOperatorKind.Equals);
        }

        if (!GenericMath.IsOfNumbers(operation.OperatorMethod, operation.LeftOperand.Type) || operation.IsLifted || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return Unsupported(operation);
        }

        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return Lazy(operation, name);
        }

        Value left = Evaluate(operation.LeftOperand), right = Evaluate(operation.RightOperand);
        if (Opcodes.Find(operation.OperatorKind) is not { } opcode || left.Type is BufferType || right.Type is BufferType || type is OpaqueType)
        {
            return Unsupported(operation);
        }

        CheckOverflowContext(operation, operation.IsChecked, type);
        return Compute(opcode, type, name, left, right);
    }

    /// <summary>Whether an array is compared with <c>null</c>: for an argument that is, generated code throws before it does anything.</summary>
    private static bool IsNullTest(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && ((IsNull(operation.LeftOperand) && Strip(operation.RightOperand)?.Type is IArrayTypeSymbol)
            || (IsNull(operation.RightOperand) && Strip(operation.LeftOperand)?.Type is IArrayTypeSymbol));

    private Value NullTest(IOperation array, bool isNull)
    {
        CheckIsThere(EvaluateAll(array, [])[0], array);
        return Truth(!isNull);
    }

    private void CheckIsThere(Value array, IOperation at)
    {
        if (OriginOf(array) is { } origin and not IParameterSymbol)
        {
            ReportUnsupported(at.Syntax, $"The question whether the array in '{CSharpNames.Short(origin)}' is null", "Let it hold an empty array where there is none");
        }
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private Value Lazy(IBinaryOperation operation, string? name)
    {
        Predeclare(operation);
        Value left = Evaluate(operation.LeftOperand);
        bool isAnd = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        Value[] Right() => [Evaluate(operation.RightOperand)];
        Value[] Settled() => [_block.Constant(isAnd ? 0 : 1, IrType.Bool)];
        return isAnd
            ? Choose(left, Right, Settled, [Named(name)])[0]
            : Choose(left, Settled, Right, [Named(name)])[0];
    }

    private Value Unary(IUnaryOperation operation, string? name)
    {
        if (!GenericMath.IsOfNumbers(operation.OperatorMethod, operation.Operand.Type) || operation.IsLifted || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return Unsupported(operation);
        }

        Value operand = Evaluate(operation.Operand);
        CheckOverflowContext(operation, operation.IsChecked, type);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => Compute(Opcode.Negate, type, name, operand),
            UnaryOperatorKind.Not or UnaryOperatorKind.BitwiseNegation => Compute(Opcode.Not, type, name, operand),
            _ => Unsupported(operation),
        };
    }

    /// <summary>A computation, unless what it is made of has been reported already.</summary>
    private Value Compute(Opcode opcode, IrType type, string? name, params Value[] arguments) =>
        arguments.Any(UnknownType.Is) || type is UnknownType ? Unknown() : _block.Compute(opcode, type, name, arguments);

    private Value Compare(Opcode comparison, Value left, Value right) => Compute(comparison, IrType.Bool, null, left, right);

    private void CheckOverflowContext(IOperation operation, bool isChecked, IrType type)
    {
        if (type is ScalarType { IsInteger: true } && isChecked != _translation.Compilation.Options.CheckOverflow)
        {
            Report(Descriptors.OverflowContext, operation.Syntax, isChecked ? "checked" : "unchecked");
        }
    }
}

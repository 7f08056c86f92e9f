using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Values of type <c>T?</c>: whether there is one, then the leaves of <c>T</c>, which are zero where there is none, so that taking the
/// value or the default is no choice.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>What <c>?.</c> around this place has found, innermost last.</summary>
    private readonly Stack<Place[]> _accessed = new();

    /// <summary>The leaves of an expression that makes a nullable value or looks into one; null for any other.</summary>
    private Value[]? Nullable(IOperation operation, IReadOnlyList<Variable?> targets) => operation switch
    {
        IConversionOperation conversion when IsNullable(conversion.Type) || IsNullable(conversion.Operand.Type) => NullableConversion(conversion),
        IObjectCreationOperation { Arguments: [{ Value: { } value }] } creation when IsNullable(creation.Type) => Present(EvaluateAll(value, [])),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when IsNullable(instance.Type) => Required(EvaluateAll(instance, [])),
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } instance } call when IsNullable(instance.Type) => OrDefault(call, instance, targets),
        IInvocationOperation { Instance: { } instance } call when IsNullable(instance.Type) => [Unsupported(call)],
        ICoalesceOperation coalesce when IsNullable(coalesce.Value.Type) => Coalesce(coalesce, targets),
        ICoalesceOperation { Value: IParameterReferenceOperation { Type: IArrayTypeSymbol } array } => ThereAnyway(array, targets),
        ICoalesceAssignmentOperation assignment when IsNullable(assignment.Target.Type) => Coalesce(assignment),
        IBinaryOperation binary when IsNullable(binary.LeftOperand.Type) || IsNullable(binary.RightOperand.Type) => Lifted(binary, targets),
        IUnaryOperation unary when IsNullable(unary.Operand.Type) => Lifted(unary, targets),
        ICompoundAssignmentOperation compound when IsNullable(compound.Target.Type) => Lifted(compound),
        IIncrementOrDecrementOperation increment when IsNullable(increment.Target.Type) => Lifted(increment),
        IConditionalAccessOperation access when IsNullable(access.Operation.Type) => Accessed(access, targets),
        _ => null,
    };

    private static bool IsNullable(ITypeSymbol? type) => Structs.Underlying(type) is not null && Structs.Is(type);

    private static bool IsNullLiteral(IOperation operation) =>
        IsNull(operation) || (operation is IConversionOperation { OperatorMethod: null } conversion && IsNull(conversion.Operand));

    /// <summary>What says of values that are certain to be there that they are.</summary>
    private readonly HashSet<int> _certain = [];

    private Value[] Present(Value[] value)
    {
        if (value.Any(UnknownType.Is))
        {
            return value;
        }

        Value certain = Truth(true);
        _certain.Add(certain.Id);
        return [certain, .. value];
    }

    private bool IsCertain(Value[] nullable) => _certain.Contains(nullable[0].Id);

    private Value[] Absent(ITypeSymbol? type) => Zeros(Structs.Leaves(type)!);

    private static Value[] ValueOf(Value[] nullable) => [.. nullable.Skip(1)];

    /// <summary>The value, which must be there.</summary>
    private Value[] Required(Value[] nullable)
    {
        if (!nullable.Any(UnknownType.Is) && !IsCertain(nullable))
        {
            ThrowIf(Not(nullable[0]), () =>
            {
                _block.Append(new StatementText().Add("throw new global::System.InvalidOperationException(\"Nullable object must have a value.\")").Finish(always: true));
                return Exits.Thrown;
            });
        }

        return nullable.Length > 1 ? ValueOf(nullable) : nullable;
    }

    private Value[] OrDefault(IInvocationOperation call, IOperation instance, IReadOnlyList<Variable?> targets)
    {
        Value[] nullable = EvaluateAll(instance, []);
        if (call.Arguments.Length == 0 || nullable.Any(UnknownType.Is))
        {
            return ValueOf(nullable);
        }

        Value[] other = EvaluateAll(call.Arguments[0].Value, []);
        return other.Any(UnknownType.Is) ? other : Choose(nullable[0], () => ValueOf(nullable), () => other, targets);
    }

    private Value[] NullableConversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        ITypeSymbol? from = Structs.Underlying(operand.Type), to = Structs.Underlying(conversion.Type);
        if (IsNull(operand) && to is not null)
        {
            return Absent(conversion.Type);
        }

        if (conversion.OperatorMethod is not null || Structs.Leaves(operand.Type) is null || Structs.Leaves(conversion.Type) is null)
        {
            return [Unsupported(conversion)];
        }

        Value[] source = EvaluateAll(operand, []);
        if (from is null)
        {
            return Present(ConvertedTo(to!, operand.Type!, source, conversion));
        }

        return to is null
            ? ConvertedTo(conversion.Type!, from, Required(source), conversion)
            : source.Any(UnknownType.Is) ? source : [source[0], .. ConvertedTo(to, from, ValueOf(source), conversion)];
    }

    private Value[] ConvertedTo(ITypeSymbol to, ITypeSymbol from, Value[] values, IOperation at)
    {
        if (SymbolEqualityComparer.Default.Equals(to, from) || values.Any(UnknownType.Is))
        {
            return values;
        }

        if (values is not [{ Type: ScalarType } value] || TypeMap.Scalar(to) is not ScalarType type)
        {
            return [Unsupported(at)];
        }

        if (at is IConversionOperation { IsImplicit: false } conversion)
        {
            CheckOverflowContext(conversion, conversion.IsChecked, type);
        }

        return [Convert(value, type, value.Name)];
    }

    private Value[] ThereAnyway(IParameterReferenceOperation array, IReadOnlyList<Variable?> targets)
    {
        Value[] parts = EvaluateAll(array, targets);
        CheckIsThere(parts[0], array);
        return parts;
    }

    private Value[] Coalesce(ICoalesceOperation coalesce, IReadOnlyList<Variable?> targets)
    {
        Predeclare(coalesce);
        Value[] nullable = EvaluateAll(coalesce.Value, []);
        if (nullable.Any(UnknownType.Is))
        {
            return nullable;
        }

        ITypeSymbol type = Structs.Underlying(coalesce.Type) ?? coalesce.Type!;
        Value[] Taken()
        {
            Value[] value = ConvertedTo(type, Structs.Underlying(coalesce.Value.Type)!, ValueOf(nullable), coalesce);
            return IsNullable(coalesce.Type) ? [nullable[0], .. value] : value;
        }

        if (Thrown(coalesce.WhenNull) is { } @throw)
        {
            ThrowIf(Not(nullable[0]), @throw);
            return Taken();
        }

        return Choose(nullable[0], Taken, () => EvaluateAll(coalesce.WhenNull, []), targets);
    }

    private Value[] Coalesce(ICoalesceAssignmentOperation assignment)
    {
        if (Located(assignment.Target) is not { } places)
        {
            return [Unsupported(assignment)];
        }

        Predeclare(assignment);
        Value[] before = ReadPlaces(places, assignment.Syntax);
        if (before.Any(UnknownType.Is))
        {
            return before;
        }

        Value[] Assigned()
        {
            Value[] value = EvaluateAll(assignment.Value, []);
            return IsNullable(assignment.Value.Type) ? value : Present(value);
        }

        Value[] after = Choose(before[0], () => before, Assigned, NamesOf(places));
        Assign(places, after, assignment.Syntax);
        return IsNullable(assignment.Type) ? after : ValueOf(after);
    }

    /// <summary>What the innermost <c>?.</c> around this place has found.</summary>
    private Place[]? InAccess => _accessed.Count > 0 ? _accessed.Peek() : null;

    /// <summary><c>p?.X</c></summary>
    private Value[] Accessed(IConditionalAccessOperation access, IReadOnlyList<Variable?> targets)
    {
        if (Structs.Leaves(access.Type) is null || !IsNullable(access.Type))
        {
            return [Unsupported(access)];
        }

        Predeclare(access);
        Value[] nullable = EvaluateAll(access.Operation, []);
        Place[] found = NewPlaces(null, Structs.Underlying(access.Operation.Type)!);
        Assign(found, ValueOf(nullable), access.Syntax);
        if (nullable.Any(UnknownType.Is))
        {
            return nullable;
        }

        return Choose(nullable[0], Taken, () => Absent(access.Type), targets);

        Value[] Taken()
        {
            _accessed.Push(found);
            Value[] value = EvaluateAll(access.WhenNotNull, []);
            _accessed.Pop();
            return IsNullable(access.WhenNotNull.Type) ? value : Present(value);
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Values of type <c>T?</c>: whether there is one, then the leaves of <c>T</c>, which are zero where there is none, so that taking the
/// value or the default is no choice.
/// </summary>
internal sealed class Nullables(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>What <c>?.</c> around this place has found, innermost last.</summary>
    private readonly Stack<Place[]> _accessed = new();

    /// <summary>What says of values that are certain to be there that they are.</summary>
    private readonly HashSet<int> _certain = [];

    /// <summary>The leaves of an expression that makes a nullable value or looks into one; null for any other.</summary>
    public Value[]? Evaluate(IOperation operation, IReadOnlyList<Variable?> targets) => operation switch
    {
        IConversionOperation conversion when Structs.IsNullable(conversion.Type) || Structs.IsNullable(conversion.Operand.Type) => NullableConversion(conversion),
        IObjectCreationOperation { Arguments: [{ Value: { } value }] } creation when Structs.IsNullable(creation.Type) => Present(rooms.Expressions.EvaluateAll(value, [])),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when Structs.IsNullable(instance.Type) => Required(rooms.Expressions.EvaluateAll(instance, [])),
        IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } instance } call when Structs.IsNullable(instance.Type) => OrDefault(call, instance, targets),
        IInvocationOperation { Instance: { } instance } call when Structs.IsNullable(instance.Type) => [faults.Unsupported(call)],
        ICoalesceOperation coalesce when Structs.IsNullable(coalesce.Value.Type) => Coalesce(coalesce, targets),
        ICoalesceOperation { Value: IParameterReferenceOperation { Type: IArrayTypeSymbol } array } when ImmutableTypes.Of(array.Type) is null => ThereAnyway(array, targets),
        ICoalesceAssignmentOperation assignment when Structs.IsNullable(assignment.Target.Type) => Coalesce(assignment),
        IBinaryOperation binary when Structs.IsNullable(binary.LeftOperand.Type) || Structs.IsNullable(binary.RightOperand.Type) => rooms.LiftedOperators.Evaluate(binary, targets),
        IUnaryOperation unary when Structs.IsNullable(unary.Operand.Type) => rooms.LiftedOperators.Evaluate(unary, targets),
        ICompoundAssignmentOperation compound when Structs.IsNullable(compound.Target.Type) => rooms.LiftedOperators.Evaluate(compound),
        IIncrementOrDecrementOperation increment when Structs.IsNullable(increment.Target.Type) => rooms.LiftedOperators.Evaluate(increment),
        IConditionalAccessOperation access when Structs.IsNullable(access.Operation.Type) => Access(access, targets),
        _ => null,
    };

    /// <summary><c>p?.X</c></summary>
    private Value[] Access(IConditionalAccessOperation access, IReadOnlyList<Variable?> targets)
    {
        if (Structs.Leaves(access.Type) is null || !Structs.IsNullable(access.Type))
        {
            return [faults.Unsupported(access)];
        }

        rooms.Variables.Predeclare(access);
        Value[] nullable = rooms.Expressions.EvaluateAll(access.Operation, []);
        Place[] found = rooms.Variables.NewPlaces(null, Structs.Underlying(access.Operation.Type)!);
        rooms.Contents.Assign(found, ValueOf(nullable), access.Syntax);
        if (nullable.Any(UnknownType.Is))
        {
            return nullable;
        }

        return rooms.Branches.Choose(nullable[0], Taken, () => Absent(access.Type), targets);

        Value[] Taken()
        {
            _accessed.Push(found);
            Value[] value = rooms.Expressions.EvaluateAll(access.WhenNotNull, []);
            _accessed.Pop();
            return Structs.IsNullable(access.WhenNotNull.Type) ? value : Present(value);
        }
    }

    public Value[] Present(Value[] value)
    {
        if (value.Any(UnknownType.Is))
        {
            return value;
        }

        Value certain = rooms.Constants.Truth(true);
        _certain.Add(certain.Id);
        return [certain, .. value];
    }

    public bool IsCertain(Value[] nullable) => _certain.Contains(nullable[0].Id);

    public Value[] Absent(ITypeSymbol? type) => rooms.StructValues.Zeros(Structs.Leaves(type)!);

    public static Value[] ValueOf(Value[] nullable) => [.. nullable.Skip(1)];

    /// <summary>The value, which must be there.</summary>
    private Value[] Required(Value[] nullable)
    {
        if (!nullable.Any(UnknownType.Is) && !IsCertain(nullable))
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(nullable[0]), () =>
            {
                state.Block.Append(new StatementText().Add("throw new global::System.InvalidOperationException(\"Nullable object must have a value.\")").Finish(always: true));
                return Exits.Thrown;
            });
        }

        return nullable.Length > 1 ? ValueOf(nullable) : nullable;
    }

    private Value[] OrDefault(IInvocationOperation call, IOperation instance, IReadOnlyList<Variable?> targets)
    {
        Value[] nullable = rooms.Expressions.EvaluateAll(instance, []);
        if (call.Arguments.Length == 0 || nullable.Any(UnknownType.Is))
        {
            return ValueOf(nullable);
        }

        Value[] other = rooms.Expressions.EvaluateAll(call.Arguments[0].Value, []);
        return other.Any(UnknownType.Is) ? other : rooms.Branches.Choose(nullable[0], () => ValueOf(nullable), () => other, targets);
    }

    private Value[] NullableConversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        ITypeSymbol? from = Structs.Underlying(operand.Type), to = Structs.Underlying(conversion.Type);
        if (OperationTree.IsNull(operand) && to is not null)
        {
            return Absent(conversion.Type);
        }

        if (conversion.OperatorMethod is not null || Structs.Leaves(operand.Type) is null || Structs.Leaves(conversion.Type) is null)
        {
            return [faults.Unsupported(conversion)];
        }

        Value[] source = rooms.Expressions.EvaluateAll(operand, []);
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
            return [faults.Unsupported(at)];
        }

        if (at is IConversionOperation { IsImplicit: false } conversion)
        {
            rooms.Operators.CheckOverflow(conversion, conversion.IsChecked, type);
        }

        return [rooms.Conversions.Convert(value, type, value.Name)];
    }

    private Value[] ThereAnyway(IParameterReferenceOperation array, IReadOnlyList<Variable?> targets)
    {
        Value[] parts = rooms.Expressions.EvaluateAll(array, targets);
        rooms.Origins.CheckIsThere(parts[0], array);
        return parts;
    }

    private Value[] Coalesce(ICoalesceOperation coalesce, IReadOnlyList<Variable?> targets)
    {
        rooms.Variables.Predeclare(coalesce);
        Value[] nullable = rooms.Expressions.EvaluateAll(coalesce.Value, []);
        if (nullable.Any(UnknownType.Is))
        {
            return nullable;
        }

        ITypeSymbol type = Structs.Underlying(coalesce.Type) ?? coalesce.Type!;
        Value[] Taken()
        {
            Value[] value = ConvertedTo(type, Structs.Underlying(coalesce.Value.Type)!, ValueOf(nullable), coalesce);
            return Structs.IsNullable(coalesce.Type) ? [nullable[0], .. value] : value;
        }

        if (Throwing.Thrown(coalesce.WhenNull) is { } @throw)
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(nullable[0]), @throw);
            return Taken();
        }

        return rooms.Branches.Choose(nullable[0], Taken, () => rooms.Expressions.EvaluateAll(coalesce.WhenNull, []), targets);
    }

    private Value[] Coalesce(ICoalesceAssignmentOperation assignment)
    {
        if (rooms.Places.LocateAll(assignment.Target) is not { } places)
        {
            return [faults.Unsupported(assignment)];
        }

        rooms.Variables.Predeclare(assignment);
        Value[] before = rooms.Contents.ReadAll(places, assignment.Syntax);
        if (before.Any(UnknownType.Is))
        {
            return before;
        }

        Value[] Assigned()
        {
            Value[] value = rooms.Expressions.EvaluateAll(assignment.Value, []);
            return Structs.IsNullable(assignment.Value.Type) ? value : Present(value);
        }

        Value[] after = rooms.Branches.Choose(before[0], () => before, Assigned, Targets.Of(places));
        rooms.Contents.Assign(places, after, assignment.Syntax);
        return Structs.IsNullable(assignment.Type) ? after : ValueOf(after);
    }

    /// <summary>What the innermost <c>?.</c> around this place has found.</summary>
    public Place[]? InAccess => _accessed.Count > 0 ? _accessed.Peek() : null;
}

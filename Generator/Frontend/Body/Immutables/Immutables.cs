using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Values of immutable types, and numbers that are computed from them. A variable of such a type is a value of the IR like an enum's;
/// what C# computes is one call of the IR for each whole expression, which has its text and no derivative.
/// </summary>
internal sealed class Immutables(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The value of an expression that computes with such values; null for any other.</summary>
    public Value[]? Evaluate(IOperation operation, IReadOnlyList<Variable?> targets)
    {
        string? name = Targets.Name(targets);
        OpaqueType? type = ImmutableTypes.Of(operation.Type);
        return operation switch
        {
            _ when type is not null && IsConstant(operation) => [Constant(operation, type)],
            IDefaultValueOperation when type is not null => [state.Zero(type, name)],
            IConversionOperation { OperatorMethod: null } same when type is not null && type.Equals(ImmutableTypes.Of(same.Operand.Type)) => [rooms.Expressions.Evaluate(same.Operand, name)],
            IBinaryOperation binary when IsComparison(binary) => [Compare(binary, name)],
            ICoalesceOperation coalesce when ImmutableTypes.Of(coalesce.Value.Type) is not null => Coalesce(coalesce, targets),
            _ when ImmutableText.Covers(operation) => [Compute(operation, name)],
            _ => null,
        };
    }

    /// <summary>A constant as a value of a type that it can be compared with.</summary>
    public Value Constant(IOperation constant, IrType type) => !IsConstant(constant) ? faults.Unsupported(constant)
        : OperationTree.IsNullLiteral(constant) ? Null(type)
        : rooms.Constants.Symbol(type, StatementText.LiteralOf(constant.ConstantValue.Value), null);

    public Value Compound(ICompoundAssignmentOperation compound)
    {
        Place place = rooms.Places.Locate(compound.Target);
        Value before = rooms.Contents.Read(place, compound.Target.Syntax);
        bool isPlain = compound.InConversion.IsIdentity && compound.OutConversion.IsIdentity && ImmutableText.Operator(compound.OperatorKind) is not null;
        Value after = isPlain ? Operated(compound, before, Targets.NameOf(place)) : faults.Unsupported(compound);
        rooms.Contents.Store(place, after, compound.Syntax);
        return after;
    }

    private Value Operated(ICompoundAssignmentOperation compound, Value before, string? name)
    {
        var text = new StatementText();
        bool isKnown = rooms.ImmutableText.Write(compound, before, text);
        return isKnown ? Append(compound, text, before.Type, name) : state.Unknown();
    }

    private static bool IsConstant(IOperation operation) => OperationTree.IsNullLiteral(operation) || operation.ConstantValue is { HasValue: true, Value: string or char or decimal };

    private static bool IsComparison(IBinaryOperation binary) =>
        binary.Type?.SpecialType == SpecialType.System_Boolean && Opcodes.Find(binary.OperatorKind) is { } opcode && Passes.LeaveSsa.Operations.IsComparison(opcode)
        && (ImmutableTypes.Of(binary.LeftOperand.Type) ?? ImmutableTypes.Of(binary.RightOperand.Type)) is not null;

    // A comparison never throws: the IR computes it.
    private Value Compare(IBinaryOperation binary, string? name)
    {
        IrType type = (ImmutableTypes.Of(binary.LeftOperand.Type) ?? ImmutableTypes.Of(binary.RightOperand.Type))!;
        Value left = Operand(binary.LeftOperand, type), right = Operand(binary.RightOperand, type);
        return UnknownType.Is(left) || UnknownType.Is(right) ? state.Unknown()
            : left.Type.Equals(right.Type) ? rooms.Arithmetic.Compute(Opcodes.Find(binary.OperatorKind)!.Value, IrType.Bool, name, left, right)
            : faults.Unsupported(binary);
    }

    private Value Operand(IOperation operation, IrType type) => OperationTree.IsNullLiteral(operation) ? Null(type) : rooms.Expressions.Evaluate(operation);

    private Value Null(IrType type) => type is OpaqueType { CSharpName: "string" } ? rooms.Constants.Symbol(type, "null", null) : state.Zero(type);

    private Value[] Coalesce(ICoalesceOperation coalesce, IReadOnlyList<Variable?> targets)
    {
        if (ImmutableTypes.Of(coalesce.Type) is not { } type)
        {
            return [faults.Unsupported(coalesce)];
        }

        rooms.Variables.Predeclare(coalesce);
        Value value = rooms.Expressions.Evaluate(coalesce.Value);
        if (UnknownType.Is(value) || WhereThere(value, type, coalesce) is not { } found)
        {
            return [UnknownType.Is(value) ? value : faults.Unsupported(coalesce)];
        }

        Value exists = Exists(value);
        if (Throwing.Thrown(coalesce.WhenNull) is { } @throw)
        {
            rooms.Throws.ThrowIf(rooms.Arithmetic.Not(exists), @throw);
            return [found];
        }

        return rooms.Branches.Choose(exists, () => [found], () => [rooms.Expressions.Evaluate(coalesce.WhenNull)], targets);
    }

    /// <summary>Whether there is a value, where it may be missing.</summary>
    public Value Exists(Value value) => MayBeMissing(value.Type)
        ? rooms.Arithmetic.Compare(Opcode.NotEqual, value, Null(value.Type))
        : rooms.Constants.Truth(true);

    private static bool MayBeMissing(IrType type) => type is OpaqueType { CSharpName: var name } && (name == "string" || name[name.Length - 1] is '?' or ']' or '>');

    /// <summary>What a value is where there is one; null if it cannot be of that type.</summary>
    public Value? WhereThere(Value value, OpaqueType type, IOperation at)
    {
        if (value.Type.Equals(type))
        {
            return value;
        }

        if (value.Type is not OpaqueType { CSharpName: var name } || name != type.CSharpName + "?")
        {
            return null;
        }

        var text = new StatementText();
        text.Add(value);
        text.Add(".GetValueOrDefault()");
        return Append(at, text, type, null);
    }

    private Value Compute(IOperation operation, string? name)
    {
        var text = new StatementText();
        IrType? type = TypeMap.Scalar(operation.Type) ?? ImmutableTypes.Of(operation.Type);
        return type is null ? faults.Unsupported(operation)
            : rooms.ImmutableText.Write(operation, text) ? Append(operation, text, type, name)
            : state.Unknown();
    }

    /// <summary>How many elements a table has.</summary>
    public Value CountOf(Value table, IOperation at)
    {
        var text = new StatementText();
        text.Add(table);
        text.Add(table.Type is OpaqueType { CSharpName: var name } && name[name.Length - 1] == '>' ? ".Count" : ".Length");
        return Append(at, text, IrType.Int, null);
    }

    public Value ElementOf(Value table, Value index, IrType type, string? name, IOperation at)
    {
        var text = new StatementText();
        text.Add(table);
        text.Add("[").Add(index);
        text.Add("]");
        return Append(at, text, type, name);
    }

    private Value Append(IOperation operation, StatementText text, IrType type, string? name)
    {
        Value result = state.Values.New(type, name);
        Method expression = state.Translation.Callees.Expression(ImmutableText.NameOf(operation), text.Pieces, text.Values, type);
        state.Block.Append(new Call([result], expression.Key, [.. text.Values]));
        return result;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// A <c>for</c> that counts: its counter is declared in it and changed by nothing but its step, and its bound does not
/// change while it runs.
/// </summary>
/// <param name="Ahead">What is added to the counter before it is compared: 1 in <c>i + 1 &lt; n</c>.</param>
/// <param name="Offset">What makes the bound exclusive: 1 for <c>&lt;=</c>, -1 for <c>>=</c>, 0 otherwise.</param>
internal sealed record CountedLoop(ILocalSymbol Counter, IOperation Bound, int Ahead, int Offset, int Step, IOperation Body)
{
    private const int MostAhead = 1 << 16;

    /// <summary>Whether the bound is certainly an <c>int</c>, whatever its type.</summary>
    public bool IsWithinInt => Narrow(Bound).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_Int16 or SpecialType.System_UInt16
        || Bound.ConstantValue is { HasValue: true, Value: int or long and < int.MaxValue - MostAhead and > int.MinValue + MostAhead or uint and < int.MaxValue - MostAhead };

    /// <param name="assigned">
    /// Tells of some operations which variables they assign, by their own parts, under other names, or through the functions they call.
    /// </param>
    public static CountedLoop? Recognise(IForLoopOperation loop, Func<IOperation[], Func<ISymbol, bool>> assigned)
    {
        if (loop.Condition is not IBinaryOperation condition
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: { } advance }]
            || Advance(advance) is not ({ } counter, var step)
            || !Counts(counter.Type.SpecialType)
            || !loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
            || ComparedWith(condition, counter) is not { } compared
            || OffsetOf(compared.Comparison, step) is not { } offset
            || compared.Bound is not { } bound
            || !IsSafe(compared.Ahead, bound, step)
            || !IsInvariant(bound, loop, assigned)
            || assigned([loop.Body])(counter))
        {
            return null;
        }

        return new CountedLoop(counter, bound, compared.Ahead, offset, step, loop.Body);
    }

    /// <summary>The variable and the constant by which <c>i++</c>, <c>i += c</c> and the like change it.</summary>
    private static (ILocalSymbol? Counter, int Step) Advance(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } increment =>
            (target.Local, increment.Kind == OperationKind.Increment ? 1 : -1),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } compound
            when compound.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract && StepOf(compound.Value) is { } step =>
            (target.Local, compound.OperatorKind == BinaryOperatorKind.Add ? step : -step),
        _ => (null, 0),
    };

    private static int? StepOf(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: int and not int.MinValue and var step } => step,
        { HasValue: true, Value: long and > int.MinValue and <= int.MaxValue and var step } => (int)step,
        _ => null,
    };

    private static bool Counts(SpecialType type) => type is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32
        or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_IntPtr;

    /// <summary>What the counter, and something that is added to it, is compared with, and how when the counter stands on the left.</summary>
    private static (IOperation Bound, BinaryOperatorKind Comparison, int Ahead)? ComparedWith(IBinaryOperation condition, ILocalSymbol counter)
    {
        if (condition.LeftOperand.Type is not { SpecialType: var type } || !Counts(type))
        {
            return null;
        }

        if (AheadOf(condition.LeftOperand, counter) is { } left)
        {
            return (condition.RightOperand, condition.OperatorKind, left);
        }

        return AheadOf(condition.RightOperand, counter) is { } right ? (condition.LeftOperand, Mirrored(condition.OperatorKind), right) : null;
    }

    /// <summary>How far an expression is ahead of the counter; null if it is not the counter and a constant.</summary>
    private static int? AheadOf(IOperation operation, ILocalSymbol counter) => operation switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, counter) ? 0 : null,
        IConversionOperation { IsImplicit: true } conversion => AheadOf(conversion.Operand, counter),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when StepOf(sum.RightOperand) is { } added and > -MostAhead and < MostAhead =>
            AheadOf(sum.LeftOperand, counter) + added,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when StepOf(difference.RightOperand) is { } taken and > -MostAhead and < MostAhead =>
            AheadOf(difference.LeftOperand, counter) - taken,
        _ => null,
    };

    /// <summary>Whether the bound less what is added to the counter cannot wrap round: a length, or a constant; or it is bounded below.</summary>
    private static bool IsSafe(int ahead, IOperation bound, int step) =>
        ahead == 0 || (ahead > 0 && step > 0) || IsLength(bound)
        || bound.ConstantValue is { HasValue: true, Value: int and < int.MaxValue - MostAhead and > int.MinValue + MostAhead };

    public static bool IsLength(IOperation operation) =>
        Narrow(operation) is IPropertyReferenceOperation { Property.Name: "Length", Arguments.Length: 0 }
            or IInvocationOperation { TargetMethod: { Name: "GetLength", ContainingType.SpecialType: SpecialType.System_Array } };

    private static IOperation Narrow(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? Narrow(conversion.Operand) : operation;

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private static int? OffsetOf(BinaryOperatorKind comparison, int step) => (comparison, step) switch
    {
        (BinaryOperatorKind.LessThan, > 0) or (BinaryOperatorKind.GreaterThan, < 0) => 0,
        (BinaryOperatorKind.LessThanOrEqual, > 0) => 1,
        (BinaryOperatorKind.GreaterThanOrEqual, < 0) => -1,
        _ => null,
    };

    /// <summary>
    /// Whether the bound has the same value in every round: no variable in it is assigned in the loop, and no memory that it
    /// reads can be written there. An extreme constant, for which an inclusive bound cannot be made exclusive, counts as not.
    /// </summary>
    private static bool IsInvariant(
        IOperation bound, IForLoopOperation loop, Func<IOperation[], Func<ISymbol, bool>> assignedIn)
    {
        if (bound.ConstantValue is { HasValue: true, Value: int.MaxValue or int.MinValue or long.MaxValue or long.MinValue }
            || LoopScan.Assigned([bound]).Count > 0
            || LoopScan.MayWriteMemory(bound))
        {
            return false;
        }

        IOperation[] round = [loop.Body, .. loop.AtLoopBottom];
        Func<ISymbol, bool> isAssigned = assignedIn(round);
        bool readsAssigned = bound.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => isAssigned(local.Local),
            IParameterReferenceOperation parameter => isAssigned(parameter.Parameter),
            IInstanceReferenceOperation { Type: { } self } => isAssigned(self),
            _ => false,
        });
        return !readsAssigned && !(LoopScan.ReadsMemory(bound) && round.Any(LoopScan.MayWriteMemory));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// A <c>for</c> that counts: its counter is declared in it and changed by nothing but its step, and its bound does not
/// change while it runs.
/// </summary>
/// <param name="Offset">What makes the bound exclusive: 1 for <c>&lt;=</c>, -1 for <c>>=</c>, 0 otherwise.</param>
internal sealed record CountedLoop(ILocalSymbol Counter, IOperation Bound, int Offset, int Step, IOperation Body)
{
    /// <param name="assigned">
    /// Tells of some operations which variables they assign, by their own parts, under other names, or through the functions they call.
    /// </param>
    public static CountedLoop? Recognise(IForLoopOperation loop, Func<IOperation[], Func<ISymbol, bool>> assigned)
    {
        if (loop.Condition is not IBinaryOperation condition
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: { } advance }]
            || Advance(advance) is not ({ } counter, var step)
            || counter.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || !loop.Locals.Contains(counter, SymbolEqualityComparer.Default)
            || ComparedWith(condition, counter) is not ({ } bound, var comparison)
            || OffsetOf(comparison, step) is not { } offset
            || !IsInvariant(bound, loop, assigned)
            || assigned([loop.Body])(counter))
        {
            return null;
        }

        return new CountedLoop(counter, bound, offset, step, loop.Body);
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

    /// <summary>What the counter is compared with, and how when the counter stands on the left.</summary>
    private static (IOperation? Bound, BinaryOperatorKind Comparison) ComparedWith(IBinaryOperation condition, ILocalSymbol counter)
    {
        if (Is(condition.LeftOperand, counter))
        {
            return (condition.RightOperand, condition.OperatorKind);
        }

        return Is(condition.RightOperand, counter) ? (condition.LeftOperand, Mirrored(condition.OperatorKind)) : default;
    }

    private static bool Is(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

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

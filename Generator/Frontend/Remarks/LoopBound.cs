using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Whether a loop that runs as long as a condition holds counts its passes and ends at a number of them.</summary>
internal static class LoopBound
{
    /// <summary>Whether it goes on only while something that each pass counts up or down compares with a limit.</summary>
    public static bool Has(ILoopOperation loop)
    {
        IOperation? condition = loop switch
        {
            IForLoopOperation { Condition: var test } => test,
            IWhileLoopOperation { Condition: var test } => test,
            _ => null,
        };
        IOperation[] steps = [loop.Body, .. loop is IForLoopOperation counted ? counted.AtLoopBottom : []];
        HashSet<ISymbol> counters = new(steps.SelectMany(step => step.DescendantsAndSelf()).Select(Counted).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return loop is IForEachLoopOperation || Conjuncts(condition).Any(conjunct => Compares(conjunct, counters))
            || Leaves(loop).Any(conjunct => Compares(conjunct, counters));
    }

    /// <summary>The word with which the loop begins.</summary>
    public static SyntaxToken Keyword(ILoopOperation loop) => loop.Syntax switch
    {
        ForStatementSyntax statement => statement.ForKeyword,
        WhileStatementSyntax statement => statement.WhileKeyword,
        DoStatementSyntax statement => statement.DoKeyword,
        _ => loop.Syntax.GetFirstToken(),
    };

    private static ISymbol? Counted(IOperation step) => step switch
    {
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } counted => OperationTree.Variable(counted.Target),
        ICompoundAssignmentOperation moved when IsInteger(moved.Type) => OperationTree.Variable(moved.Target),
        _ => null,
    };

    private static IEnumerable<IOperation> Conjuncts(IOperation? condition) => condition switch
    {
        null => [],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand)),
        _ => [condition],
    };

    // if (i >= limit) { break; }
    private static IEnumerable<IOperation> Leaves(ILoopOperation loop) => OperationTree.Flatten(loop.Body)
        .OfType<IConditionalOperation>()
        .Where(branch => OperationTree.Flatten(branch.WhenTrue).LastOrDefault() is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation)
        .Select(branch => branch.Condition);

    // A step within the condition counts too: while (n-- > 0).
    private static bool Compares(IOperation condition, HashSet<ISymbol> counters) => condition is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Equals,
    } comparison && (IsCounter(comparison.LeftOperand, counters) || IsCounter(comparison.RightOperand, counters));

    private static bool IsCounter(IOperation operand, HashSet<ISymbol> counters) => OperationTree.Strip(operand) is var plain
        && (plain is IIncrementOrDecrementOperation || (OperationTree.Variable(plain) is { } variable && counters.Contains(variable)));

    private static bool IsInteger(ITypeSymbol? type) => TypeMap.Scalar(type) is Ir.ScalarType { IsInteger: true };
}

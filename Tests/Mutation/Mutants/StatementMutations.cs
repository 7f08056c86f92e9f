using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>What can go wrong in statements: one is missing, or its condition is the wrong way round.</summary>
internal static class StatementMutations
{
    public static IEnumerable<Mutation> Of(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => Assignment(statement, assignment),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } => [new(IsZeroing(statement) ? Kinds.Zeroing : Kinds.Effect, statement, "")],
        IfStatementSyntax branch => [new(Kinds.Condition, branch.Condition, $"!({branch.Condition})")],
        _ => [],
    };

    private static IEnumerable<Mutation> Assignment(StatementSyntax statement, AssignmentExpressionSyntax assignment)
    {
        yield return new(Kinds.Effect, statement, "");
        string? other = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => "-=",
            SyntaxKind.SubtractAssignmentExpression => "+=",
            _ => null,
        };
        if (other is not null)
        {
            yield return new(Kinds.Sign, statement, $"{assignment.Left} {other} {assignment.Right};");
        }
    }

    private static bool IsZeroing(StatementSyntax statement)
    {
        string text = statement.ToString();
        return text.Contains("Clear", StringComparison.Ordinal) || text.Contains("new Fill(", StringComparison.Ordinal)
            || (text.Contains("new Store(", StringComparison.Ordinal) && text.Contains("Constant(0", StringComparison.Ordinal));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>Writes mutations into a source file, each behind the question whether it is active.</summary>
internal sealed class Instrumentation(ILookup<SyntaxNode, (int Number, Mutation Mutation)> mutants) : CSharpSyntaxRewriter
{
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        SyntaxNode? visited = base.Visit(node);
        foreach ((int number, Mutation mutation) in node is null ? [] : mutants[node])
        {
            visited = visited is StatementSyntax statement
                ? Choice(number, mutation.After, statement)
                : Choice(number, mutation.After, (ExpressionSyntax)visited!);
        }

        return visited;
    }

    /// <summary>The mutants whose question is around a place, innermost first.</summary>
    public static IEnumerable<int> Around(SyntaxNode place) => place.AncestorsAndSelf()
        .Select(ancestor => ancestor switch
        {
            ConditionalExpressionSyntax choice => NumberOf(choice.Condition),
            IfStatementSyntax choice => NumberOf(choice.Condition),
            _ => null,
        })
        .OfType<int>();

    private static int? NumberOf(ExpressionSyntax condition) =>
        condition is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int number } }] } call
        && call.ToString() == MutantSwitch.Asks(number) ? number : null;

    private static ExpressionSyntax Choice(int number, string after, ExpressionSyntax before) => SyntaxFactory
        .ParseExpression($"({MutantSwitch.Asks(number)} ? ({after}) : ({before.WithoutTrivia().ToFullString()}))")
        .WithTriviaFrom(before);

    private static StatementSyntax Choice(int number, string after, StatementSyntax before) => SyntaxFactory
        .ParseStatement($"if ({MutantSwitch.Asks(number)}) {{ {after} }} else {{ {before.WithoutTrivia().ToFullString()} }}")
        .WithTriviaFrom(before);
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Removes <c>checked</c> or <c>unchecked</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverflowFix))]
[Shared]
public sealed class OverflowFix() : MendProvider(Descriptors.OverflowContext.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        SyntaxNode? around = fault.Node.AncestorsAndSelf().FirstOrDefault(node => node is CheckedExpressionSyntax or CheckedStatementSyntax);
        if (around is CheckedExpressionSyntax expression)
        {
            yield return Mend.Replacing(
                $"Remove '{expression.Keyword.Text}'", nameof(OverflowFix), expression, current => Bare(current).WithTriviaFrom(current));
        }
        else if (around is CheckedStatementSyntax statement)
        {
            yield return new Mend($"Remove '{statement.Keyword.Text}'", nameof(OverflowFix), statement, editor =>
                editor.ReplaceNode(statement, (current, _) => ((CheckedStatementSyntax)current).Block
                    .WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation)));
        }
    }

    private static ExpressionSyntax Bare(CheckedExpressionSyntax expression) =>
        expression.Expression is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            && expression.Parent is BinaryExpressionSyntax or CastExpressionSyntax or MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(expression.Expression)
            : expression.Expression;
}

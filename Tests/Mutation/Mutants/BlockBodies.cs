using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>A source file in which what a method or lambda without result does is a statement, which can be missing.</summary>
internal static class BlockBodies
{
    public static string In(SyntaxTree tree) => tree.GetText()
        .WithChanges(tree.GetRoot().DescendantNodes().SelectMany(Changes).OrderBy(change => change.Span.Start))
        .ToString();

    private static IEnumerable<TextChange> Changes(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }, ExpressionBody: { } body } method =>
            [new(body.ArrowToken.Span, "{"), new(method.SemicolonToken.Span, "; }")],
        ParenthesizedLambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Append" } append } body } lambda
            when lambda.ParameterList.Parameters.Any(parameter => parameter.Identifier.Text == append.Expression.ToString()) =>
            [new(new(body.SpanStart, 0), "{ "), new(new(body.Span.End, 0), "; }")],
        _ => [],
    };
}

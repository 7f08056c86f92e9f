using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace StaticAd.CodeFixes;

/// <summary>Expressions around others.</summary>
internal static class Wrapping
{
    /// <summary><c>Ad.StopGradient(…)</c>, as short as the file's usings permit.</summary>
    public static ExpressionSyntax StopGradient(ExpressionSyntax value)
    {
        ExpressionSyntax function = SyntaxFactory.ParseExpression("global::StaticAd.Ad.StopGradient").WithAdditionalAnnotations(Simplifier.Annotation);
        return SyntaxFactory.InvocationExpression(function, SyntaxFactory.ArgumentList([SyntaxFactory.Argument(value.WithoutTrivia())])).WithTriviaFrom(value);
    }

    /// <summary><c>(type)value</c>.</summary>
    public static ExpressionSyntax Cast(string type, ExpressionSyntax value) =>
        SyntaxFactory.CastExpression(SyntaxFactory.ParseTypeName(type), Operand(value.WithoutTrivia())).WithTriviaFrom(value);

    private static ExpressionSyntax Operand(ExpressionSyntax value) =>
        value is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    /// <summary>Whether <c>Ad.StopGradient</c> takes a value of the type.</summary>
    public static bool IsNumber(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Double or SpecialType.System_Single }
        || type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

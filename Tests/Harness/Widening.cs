using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>
/// Rewrites a <c>float</c> or <c>Half</c> program in <c>double</c>, in a namespace below its own: finite differences of single precision
/// numbers know three digits of a derivative, those of the same program in double precision ten.
/// </summary>
internal sealed class Widening : CSharpSyntaxRewriter
{
    private const string Suffix = "Widened";

    public static bool Concerns(SyntaxTree tree)
        => tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.FloatKeyword) || IsHalf(token)) || UsesNumerics(tree);

    /// <summary>Whether it needs the types of <see cref="WideNumerics"/>.</summary>
    public static bool UsesNumerics(SyntaxTree tree)
        => tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && WideNumerics.IsName(token.ValueText));

    public static string Namespace(INamespaceSymbol original) => $"{original.ToDisplayString()}.{Suffix}";

    public static string Apply(SyntaxTree tree) => new Widening().Visit(tree.GetRoot()).ToFullString();

    public override SyntaxNode? VisitFileScopedNamespaceDeclaration(FileScopedNamespaceDeclarationSyntax node)
    {
        var visited = (FileScopedNamespaceDeclarationSyntax)base.VisitFileScopedNamespaceDeclaration(node)!;
        return visited.WithName(SyntaxFactory.ParseName($"{node.Name}.{Suffix}"));
    }

    // What Half has as a static property, double may have for type parameters only.
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
        => node.Expression is IdentifierNameSyntax { Identifier: var type } && IsHalf(type) && Constant(node.Name.Identifier.ValueText) is { } number
            ? SyntaxFactory.ParenthesizedExpression(SyntaxFactory.ParseExpression(number)).WithTriviaFrom(node)
            : base.VisitMemberAccessExpression(node);

    private static string? Constant(string name) => name switch
    {
        "One" or "MultiplicativeIdentity" => "1.0",
        "Zero" or "AdditiveIdentity" => "0.0",
        "NegativeOne" => "-1.0",
        _ => null,
    };

    public override SyntaxToken VisitToken(SyntaxToken token)
        => token.Kind() switch
        {
            SyntaxKind.FloatKeyword => SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.DoubleKeyword, token.TrailingTrivia),
            SyntaxKind.NumericLiteralToken when token.Value is float => Literal(token),
            SyntaxKind.IdentifierToken when token.ValueText == nameof(MathF)
                => SyntaxFactory.Identifier(token.LeadingTrivia, nameof(Math), token.TrailingTrivia),
            SyntaxKind.IdentifierToken when IsHalf(token) => SyntaxFactory.Identifier(token.LeadingTrivia, "double", token.TrailingTrivia),
            _ => token,
        };

    // A program may have a constant of its own that is called so.
    private static bool IsHalf(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == nameof(Half)
        && !token.SyntaxTree!.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(own => own.Identifier.ValueText == nameof(Half));

    // A literal keeps the value that single precision gives it.
    private static SyntaxToken Literal(SyntaxToken token)
        => SyntaxFactory.Literal((double)(float)token.Value!).WithTriviaFrom(token);
}

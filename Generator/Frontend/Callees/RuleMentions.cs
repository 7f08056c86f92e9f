using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>Which methods of a file may be rules, as far as its text tells.</summary>
/// <param name="Methods">Those with an attribute of the name, or of any name where the file gives it another.</param>
/// <param name="HasGlobalUsings">Whether the file may give the attribute another name for all files.</param>
internal sealed record RuleMentions(MethodDeclarationSyntax[] Methods, bool HasGlobalUsings)
{
    private const string Name = "DerivativeOf";

    private static readonly ConditionalWeakTable<SyntaxTree, RuleMentions> Known = new();

    public static RuleMentions In(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out RuleMentions known) ? known : Known.GetValue(tree, key => Find(key, cancellation));

    public static MethodDeclarationSyntax[] MethodsWithAttributes(SyntaxTree tree, CancellationToken cancellation) =>
    [
        .. tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Count > 0),
    ];

    /// <summary>The names of the methods that a rule's attributes say it is for; null where the text does not tell.</summary>
    public static IEnumerable<string?> TargetsOf(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => attribute.ArgumentList is { Arguments.Count: > 1 })
        .Select(attribute => attribute.ArgumentList!.Arguments[1] is { NameEquals: null, NameColon: null } second ? NameIn(second.Expression) : null);

    private static string? NameIn(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [var named] } => LastName(named.Expression),
        _ => null,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static RuleMentions Find(SyntaxTree tree, CancellationToken cancellation)
    {
        string text = tree.GetText(cancellation).ToString();
        if (!text.Contains(Name))
        {
            return new RuleMentions([], HasGlobalUsings: false);
        }

        MethodDeclarationSyntax[] methods = MethodsWithAttributes(tree, cancellation);
        bool isAliased = tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Any(node => node is UsingDirectiveSyntax { Alias: not null });
        return new RuleMentions(isAliased ? methods : [.. methods.Where(HasName)], text.Contains("global using"));
    }

    private static bool HasName(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Select(attribute => attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name is AliasQualifiedNameSyntax aliased ? aliased.Name : attribute.Name)
        .Any(name => name is SimpleNameSyntax { Identifier.ValueText: Name or Name + "Attribute" });
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// The methods that may have one of the runtime's attributes, as far as text tells: found once for each version of a file. To ask the
/// compiler instead would bind the attributes of the whole program after every edit.
/// </summary>
/// <param name="name">Of the attribute, without its ending.</param>
internal sealed class AttributeMentions(string name)
{
    public static readonly AttributeMentions Differentiable = new("Differentiable");
    public static readonly AttributeMentions DerivativeOf = new("DerivativeOf");

    private readonly ConditionalWeakTable<SyntaxTree, InFile> _files = new();

    /// <param name="Methods">Those with an attribute of the name, or of any name where the file gives it another.</param>
    /// <param name="RenamesForAll">Whether the file gives the attribute another name for all files.</param>
    private sealed record InFile(MethodDeclarationSyntax[] Methods, bool RenamesForAll);

    /// <summary>In the order of the files; those of our own are left out.</summary>
    public IEnumerable<MethodDeclarationSyntax> Methods(Compilation compilation, CancellationToken cancellation)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(tree => !GeneratedNames.IsGenerated(tree))];
        InFile[] mentions = [.. trees.Select(tree => In(tree, cancellation))];
        return mentions.Any(static mention => mention.RenamesForAll)
            ? trees.SelectMany(tree => MethodsWithAttributes(tree, cancellation))
            : mentions.SelectMany(static mention => mention.Methods);
    }

    private InFile In(SyntaxTree tree, CancellationToken cancellation) =>
        _files.TryGetValue(tree, out InFile known) ? known : _files.GetValue(tree, key => Find(key, cancellation));

    private InFile Find(SyntaxTree tree, CancellationToken cancellation)
    {
        // A letter of the name may be an escape sequence.
        string text = tree.GetText(cancellation).ToString();
        if (!text.Contains(name) && !text.Contains("\\u") && !text.Contains("\\U"))
        {
            return new InFile([], RenamesForAll: false);
        }

        MethodDeclarationSyntax[] methods = [.. MethodsWithAttributes(tree, cancellation)];
        UsingDirectiveSyntax[] aliases = [.. tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive.Alias is not null)];
        return new InFile(
            aliases.Length > 0 ? methods : [.. methods.Where(HasName)],
            aliases.Any(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None) && directive.DescendantTokens().Any(token => token.ValueText.StartsWith(name, StringComparison.Ordinal))));
    }

    private static IEnumerable<MethodDeclarationSyntax> MethodsWithAttributes(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .Where(static method => method.AttributeLists.Count > 0);

    private bool HasName(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Select(static attribute => attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax aliased => aliased.Name,
            var simple => simple as SimpleNameSyntax,
        })
        .Any(attribute => attribute?.Identifier.ValueText is { } text && (text == name || text == name + "Attribute"));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace StaticAd.CodeFixes;

/// <summary>Types of which another file can declare a part.</summary>
internal static class PartialType
{
    public static bool IsNot(TypeDeclarationSyntax type) =>
        !type.Modifiers.Any(SyntaxKind.PartialKeyword) || type.Modifiers.Any(SyntaxKind.FileKeyword);

    public static void Make(SyntaxEditor editor, IEnumerable<TypeDeclarationSyntax> types)
    {
        foreach (TypeDeclarationSyntax type in types)
        {
            editor.ReplaceNode(type, (current, _) => Of((TypeDeclarationSyntax)current));
        }
    }

    private static TypeDeclarationSyntax Of(TypeDeclarationSyntax type)
    {
        SyntaxToken file = type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword));
        if (file != default)
        {
            type = type.WithModifiers(type.Modifiers.Replace(file, SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(file)));
        }

        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type
                .WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)])
                .WithKeyword(type.Keyword.WithLeadingTrivia());
    }
}

using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.CodeFixes;

/// <summary>Names for methods that a fix declares.</summary>
internal static class RuleName
{
    /// <summary>The wanted name, or one like it that no member of the type has.</summary>
    public static string In(TypeDeclarationSyntax type, string wanted)
    {
        HashSet<string> taken = [.. type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)];
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? wanted : wanted + i).First(name => !taken.Contains(name));
    }
}

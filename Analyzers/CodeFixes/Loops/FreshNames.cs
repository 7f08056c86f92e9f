using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticAd.CodeFixes;

/// <summary>Names that nothing in a method, and nothing that it sees, has.</summary>
internal sealed class FreshNames
{
    private readonly HashSet<string> _taken;

    public FreshNames(SyntaxNode method, IEnumerable<SyntaxToken> released)
    {
        HashSet<SyntaxToken> free = [.. released];
        _taken = [.. method.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !free.Contains(token)).Select(token => token.ValueText)];
    }

    public string Of(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Robustness;

/// <summary>Makes drafts of a program: cut off somewhere, or with a few slips. The same seed makes the same draft.</summary>
internal sealed class Typist(CorpusFile program)
{
    private const int LargestNumberOfSlips = 3;

    private readonly SyntaxTree _tree = Toolchain.Parse(program.Text, program.Name + ".cs");

    public Draft Draft(int seed)
    {
        var random = new Random(seed);
        SyntaxTree tree = WithOneMethodMarked(random, out string name);
        string what = "";
        if (random.Next(5) == 0)
        {
            return Cut(tree, random, $"{program.Name}.{name}, seed {seed}");
        }

        int slips = 1 + random.Next(LargestNumberOfSlips);
        for (int i = 0; i < slips; i++)
        {
            (string slip, SourceText text) = Slip(tree, name, random);
            what += $", {slip}";
            tree = tree.WithChangedText(text);
        }

        return new Draft($"{program.Name}.{name}, seed {seed}{what}", tree.ToString());
    }

    private static Draft Cut(SyntaxTree tree, Random random, string title)
    {
        SyntaxToken token = Token(tree, null, random);
        bool isInside = random.Next(3) == 0;
        int end = isInside ? token.SpanStart + token.Span.Length / 2 : token.Span.End;
        return new Draft($"{title}, cut {(isInside ? "in" : "after")} '{token.Text}'", tree.ToString()[..end]);
    }

    private static (string What, SourceText Text) Slip(SyntaxTree tree, string method, Random random)
    {
        SyntaxToken[] all = [.. tree.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        while (true)
        {
            SyntaxToken token = Token(tree, random.Next(3) > 0 ? method : null, random);
            var (what, slip) = Slips.All.ElementAt(random.Next(Slips.All.Count));
            if (slip(token, all, random) is { } change)
            {
                return ($"'{token.Text}' {what}", tree.GetText().WithChanges(change));
            }
        }
    }

    /// <param name="method">Where to look; null for anywhere.</param>
    private static SyntaxToken Token(SyntaxTree tree, string? method, Random random)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode place = root.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(node => node.Identifier.Text == method) ?? root;
        SyntaxToken[] tokens = [.. place.DescendantTokens().Where(token => token.Span.Length > 0)];
        return tokens.Length > 0 ? tokens[random.Next(tokens.Length)] : root.GetLastToken();
    }

    /// <summary>The program with the mark at one method, and at those whose derivatives it may call: drafts are many, and each costs what is marked in it.</summary>
    private SyntaxTree WithOneMethodMarked(Random random, out string name)
    {
        MethodDeclarationSyntax[] marked = [.. _tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => Mark(method) is not null)];
        if (marked.Length == 0)
        {
            name = "";
            return _tree;
        }

        MethodDeclarationSyntax chosen = marked[random.Next(marked.Length)];
        name = chosen.Identifier.Text;
        string[] mentioned = [.. chosen.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text)];
        IEnumerable<TextChange> changes = marked
            .Where(method => method.Identifier.Text != chosen.Identifier.Text)
            .Where(method => !mentioned.Any(word => word.StartsWith(method.Identifier.Text, StringComparison.Ordinal)))
            .Select(method => new TextChange(Mark(method)!.Span, ""));
        return _tree.WithChangedText(_tree.GetText().WithChanges(changes));
    }

    private static AttributeListSyntax? Mark(MethodDeclarationSyntax method) => method.AttributeLists
        .FirstOrDefault(list => list.Attributes.Any(attribute => attribute.Name.ToString() == "Differentiable"));
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Ide;

/// <summary>Edits inside marked methods: each changes one number in one of them, as a keystroke does.</summary>
internal sealed class Edits
{
    private readonly CSharpCompilation _start;
    private readonly LiteralExpressionSyntax[] _literals;

    public Edits(CSharpCompilation start)
    {
        _start = start;
        _literals = [.. start.SyntaxTrees.SelectMany(Literals)];
    }

    public int Places => _literals.Length;

    /// <summary>The program with its n-th number changed, parsed anew as far as the edit reaches; no other edit gives the same text.</summary>
    public CSharpCompilation Apply(int n)
    {
        // Neighbouring edits are far apart, in different files where there are several.
        LiteralExpressionSyntax literal = _literals[(int)((long)n * 7919 % _literals.Length)];
        SyntaxTree tree = literal.SyntaxTree;
        var change = new TextChange(new TextSpan(literal.Span.End, 0), (100000 + n).ToString(CultureInfo.InvariantCulture));
        return _start.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
    }

    /// <summary>The first number with a decimal point in each marked method's body.</summary>
    private static IEnumerable<LiteralExpressionSyntax> Literals(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.ToString().Contains("Differentiable", StringComparison.Ordinal)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        let literal = body.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(IsDecimal)
        where literal is not null
        select literal;

    private static bool IsDecimal(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.Text.Contains('.') && char.IsDigit(literal.Token.Text[^1]);
}

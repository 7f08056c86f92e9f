using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Ide;

/// <summary>Edits inside marked methods, one after another: each changes one number in one of them, as a keystroke does.</summary>
internal sealed class Edits
{
    private readonly Place[] _places;
    private CSharpCompilation _program;
    private int _edits = 100_000;

    public Edits(CSharpCompilation start)
    {
        _program = start;
        _places = [.. start.SyntaxTrees.SelectMany(Literals)];
        new Random(1).Shuffle(_places);
    }

    public int Places => _places.Length;

    /// <summary>The program with one of its numbers changed to what it never was, and the file that holds it, parsed anew as far as the edit reaches.</summary>
    public (CSharpCompilation Program, SyntaxTree Edited) Apply(int place)
    {
        Place here = _places[place % _places.Length];
        string digits = (_edits++).ToString(CultureInfo.InvariantCulture);
        SyntaxTree tree = _program.SyntaxTrees.Single(candidate => candidate.FilePath == here.Path);
        SyntaxTree edited = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(here.End, here.Added), digits)));
        Shift(here, digits.Length - here.Added);
        here.Added = digits.Length;
        _program = _program.ReplaceSyntaxTree(tree, edited);
        return (_program, edited);
    }

    private void Shift(Place edited, int by)
    {
        foreach (Place place in _places.Where(place => place.Path == edited.Path && place.End > edited.End))
        {
            place.End += by;
        }
    }

    /// <summary>The first number with a decimal point in each marked method's body.</summary>
    private static IEnumerable<Place> Literals(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.ToString().Contains("Differentiable", StringComparison.Ordinal)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        let literal = body.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(IsDecimal)
        where literal is not null
        select new Place { Path = tree.FilePath, End = literal.Span.End };

    private static bool IsDecimal(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.Text.Contains('.') && !literal.Token.Text.Contains('e', StringComparison.OrdinalIgnoreCase) && char.IsDigit(literal.Token.Text[^1]);

    /// <summary>Where a number ends, and how many digits earlier edits have added to it.</summary>
    private sealed class Place
    {
        public required string Path { get; init; }

        public required int End { get; set; }

        public int Added { get; set; }
    }
}

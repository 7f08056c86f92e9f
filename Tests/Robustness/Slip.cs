using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Tests.Robustness;

/// <summary>One thing that can happen to a token, or to the statement it is in; null if nothing comes of it there.</summary>
internal delegate TextChange? Slip(SyntaxToken token, IReadOnlyList<SyntaxToken> all, Random random);

internal static class Slips
{
    private static readonly string[] Types =
        ["double", "float", "int", "long", "bool", "var", "string", "object", "decimal", "double[]", "Span<double>", "ReadOnlySpan<float>", "double?", "(double, int)", "Half", "T"];

    private static readonly string[] Operators =
        ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "??", "=", "+=", "-=", "*=", "/=", "%=", "??=", "=>", "..", "?", "is", "as"];

    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "7", "0.5", "1e400", "2147483647", "-2147483648", "2147483648", "1f", "0.0 / 0.0", "null", "default", "\"text\"", "'c'", "x"];

    private static readonly string[] Keywords =
        ["static", "unsafe", "async", "ref", "out", "in", "partial", "readonly", "const", "virtual", "public", "private", "abstract", "params", "this", "yield", "await", "return", "break", "continue", "checked", "new", "stackalloc", "throw", "goto"];

    private static readonly string[] Marks =
        ["Order = 2", "Order = 3", "Order = 0", "Order = -1", "Order =", "Batch = true", "Batch", "Name = \"\"", "Name = \"G\"", "Name = \"1 2\"", "Name = null", "Order = 2, Batch = true", "1"];

    public static IReadOnlyDictionary<string, Slip> All { get; } = new Dictionary<string, Slip>
    {
        ["deleted"] = (token, _, _) => new(token.FullSpan, " "),
        ["doubled"] = (token, _, _) => new(new(token.Span.End, 0), " " + token.Text),
        ["replaced"] = (token, all, random) => new(token.Span, all[random.Next(all.Count)].Text),
        ["exchanged"] = (token, all, _) => token.GetNextToken() is { Text.Length: > 0 } next
            ? new(TextSpan.FromBounds(token.SpanStart, next.Span.End), $"{next.Text} {token.Text}")
            : null,
        ["misspelled"] = Misspelled,
        ["named as another"] = (token, all, random) => token.IsKind(SyntaxKind.IdentifierToken)
            ? new(token.Span, Choose(random, [.. all.Where(other => other.IsKind(SyntaxKind.IdentifierToken)).Select(other => other.Text)]))
            : null,
        ["of another type"] = (token, _, random) => token.Parent is PredefinedTypeSyntax or IdentifierNameSyntax { Parent: VariableDeclarationSyntax or ParameterSyntax }
            ? new(token.Parent.Span, Choose(random, Types))
            : null,
        ["another operator"] = (token, _, random) => SyntaxFacts.IsBinaryExpressionOperatorToken(token.Kind()) || SyntaxFacts.IsAssignmentExpressionOperatorToken(token.Kind())
            ? new(token.Span, Choose(random, Operators))
            : null,
        ["another number"] = (token, _, random) => token.IsKind(SyntaxKind.NumericLiteralToken) ? new(token.Span, Choose(random, Numbers)) : null,
        ["keyword before"] = (token, _, random) => new(new(token.SpanStart, 0), Choose(random, Keywords) + " "),
        ["line unfinished"] = LineUnfinished,
        ["statement gone"] = (token, _, _) => Statement(token) is { } statement ? new(statement.Span, "") : null,
        ["statement twice"] = (token, _, _) => Statement(token) is { } statement ? new(new(statement.Span.End, 0), " " + statement) : null,
        ["statement unfinished"] = (token, _, _) => Statement(token) is { } statement && token != statement.GetFirstToken()
            ? new(TextSpan.FromBounds(token.SpanStart, statement.Span.End), "")
            : null,
        ["expression gone"] = (token, _, random) => Expression(token) is { } expression ? new(expression.Span, Choose(random, ["", "default", "1", "x", "()", "x.", "f("])) : null,
        ["expression of elsewhere"] = ExpressionOfElsewhere,
        ["condition negated"] = (token, _, _) => token.Parent?.FirstAncestorOrSelf<IfStatementSyntax>() is { } branch
            ? new(branch.Condition.Span, $"!({branch.Condition})")
            : null,
        ["another mark"] = (token, _, random) => token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { AttributeLists: [{ Attributes: [{ } mark] }, ..] }
            ? new(mark.Span, $"Differentiable({Choose(random, Marks)})")
            : null,
        ["member begun"] = (token, _, random) => token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method
            ? new(new(method.FullSpan.Start, 0), Choose(random, ["[Differentiable] ", "[Differentiable] public static double G", "[Differentiable] public static double G(double x) => ", "/* ", "#if X\n", "public static void "]))
            : null,
    };

    private static TextChange? Misspelled(SyntaxToken token, IReadOnlyList<SyntaxToken> all, Random random)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken) && !token.IsKeyword())
        {
            return null;
        }

        int at = random.Next(token.Text.Length);
        return new(token.Span, random.Next(2) == 0 ? token.Text.Remove(at, 1) : token.Text.Insert(at, "e"));
    }

    private static TextChange? LineUnfinished(SyntaxToken token, IReadOnlyList<SyntaxToken> all, Random random)
    {
        SourceText text = token.SyntaxTree!.GetText();
        return new(TextSpan.FromBounds(token.SpanStart, text.Lines.GetLineFromPosition(token.SpanStart).End), "");
    }

    private static TextChange? ExpressionOfElsewhere(SyntaxToken token, IReadOnlyList<SyntaxToken> all, Random random) =>
        Expression(token) is { } expression && Expression(all[random.Next(all.Count)]) is { } other
            ? new(expression.Span, random.Next(2) == 0 ? other.ToString() : $"({other})")
            : null;

    private static StatementSyntax? Statement(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<StatementSyntax>();

    private static ExpressionSyntax? Expression(SyntaxToken token) => token.Parent?.FirstAncestorOrSelf<ExpressionSyntax>();

    private static string Choose(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>What can go wrong in operators, numbers and lists.</summary>
internal static class ExpressionMutations
{
    private static readonly Dictionary<SyntaxKind, (string Kind, string Token)> Others = new()
    {
        [SyntaxKind.AddExpression] = (Kinds.Sign, "-"),
        [SyntaxKind.SubtractExpression] = (Kinds.Sign, "+"),
        [SyntaxKind.LessThanExpression] = (Kinds.Condition, "<="),
        [SyntaxKind.LessThanOrEqualExpression] = (Kinds.Condition, "<"),
        [SyntaxKind.GreaterThanExpression] = (Kinds.Condition, ">="),
        [SyntaxKind.GreaterThanOrEqualExpression] = (Kinds.Condition, ">"),
        [SyntaxKind.EqualsExpression] = (Kinds.Condition, "!="),
        [SyntaxKind.NotEqualsExpression] = (Kinds.Condition, "=="),
        [SyntaxKind.LogicalAndExpression] = (Kinds.Condition, "||"),
        [SyntaxKind.LogicalOrExpression] = (Kinds.Condition, "&&"),
    };

    private static readonly Dictionary<string, string> Numbers = new()
    {
        ["0"] = "1",
        ["1"] = "0",
        ["2"] = "1",
        ["3"] = "2",
        ["0.5"] = "1.0",
    };

    private static readonly Dictionary<string, (string Kind, string Name)> Opcodes = new()
    {
        ["Add"] = (Kinds.Sign, "Subtract"),
        ["Subtract"] = (Kinds.Sign, "Add"),
        ["Multiply"] = (Kinds.Sign, "Divide"),
        ["Less"] = (Kinds.Condition, "LessOrEqual"),
        ["LessOrEqual"] = (Kinds.Condition, "Less"),
        ["Greater"] = (Kinds.Condition, "GreaterOrEqual"),
        ["Equal"] = (Kinds.Condition, "NotEqual"),
        ["And"] = (Kinds.Condition, "Or"),
        ["Or"] = (Kinds.Condition, "And"),
    };

    public static IEnumerable<Mutation> Of(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax binary => Binary(binary),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [new(Kinds.Sign, minus, $"{minus.Operand}")],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [new(Kinds.Condition, not, $"{not.Operand}")],
        ConditionalExpressionSyntax choice => [new(Kinds.Condition, choice, $"{choice.Condition} ? {choice.WhenFalse} : {choice.WhenTrue}")],
        LiteralExpressionSyntax literal => Literal(literal),
        CollectionExpressionSyntax { Elements.Count: > 1 } list => Shorter(list),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Opcode" } } opcode
            when Opcodes.TryGetValue(opcode.Name.ToString(), out (string Kind, string Name) other) => [new(other.Kind, opcode, "Opcode." + other.Name)],
        _ => [],
    };

    private static IEnumerable<Mutation> Binary(BinaryExpressionSyntax binary)
    {
        string left = binary.Left.ToString(), right = binary.Right.ToString();
        if (binary.DescendantNodes().Any(node => node is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }))
        {
            yield break;
        }

        if (Others.TryGetValue(binary.Kind(), out (string Kind, string Token) other))
        {
            yield return new(other.Kind, binary, $"{left} {other.Token} {right}");
        }

        switch (binary.Kind())
        {
            case SyntaxKind.AddExpression or SyntaxKind.MultiplyExpression:
                yield return new(Kinds.Term, binary, left);
                yield return new(Kinds.Term, binary, right);
                break;
            case SyntaxKind.SubtractExpression or SyntaxKind.DivideExpression:
                yield return new(Kinds.Term, binary, left);
                yield return new(Kinds.Swap, binary, $"({right}) {binary.OperatorToken} ({left})");
                break;
            case SyntaxKind.LessThanExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanOrEqualExpression:
                yield return new(Kinds.Swap, binary, $"{right} {binary.OperatorToken} {left}");
                break;
            case SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression:
                yield return new(Kinds.Condition, binary, left);
                yield return new(Kinds.Condition, binary, right);
                break;
        }
    }

    private static IEnumerable<Mutation> Literal(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.NumericLiteralExpression when Numbers.TryGetValue(literal.Token.Text, out string? other) => [new(Kinds.Number, literal, other)],
        SyntaxKind.TrueLiteralExpression => [new(Zeroes(literal) ? Kinds.Zeroing : Kinds.Condition, literal, "false")],
        SyntaxKind.FalseLiteralExpression => [new(Kinds.Condition, literal, "true")],
        _ => [],
    };

    private static bool Zeroes(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { NameColon.Name.Identifier.Text: "zeroed" or "Zeroed" };

    private static IEnumerable<Mutation> Shorter(CollectionExpressionSyntax list) =>
        Enumerable.Range(0, list.Elements.Count).Select(dropped => new Mutation(
            Kinds.Term, list, $"[{string.Join(", ", list.Elements.Where((_, index) => index != dropped))}]"));
}

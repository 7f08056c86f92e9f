using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Branches;

/// <summary>Puts counters into the branches of a method.</summary>
/// <remarks>
/// Conditions decide which variables are assigned: an <c>if</c> leaves its own as it is and counts in its two statements. A <c>?:</c>,
/// which has none, hands its condition on, or, if that assigns anything, counts beside it.
/// </remarks>
/// <param name="method">The method.</param>
/// <param name="model">Tells calls of the method itself, which go on in the copy.</param>
/// <param name="recorder">The name of the parameter that counts.</param>
/// <param name="name">The name of the copy.</param>
/// <param name="firstLine">The line that others are counted from.</param>
internal sealed class BranchRewriter(IMethodSymbol method, SemanticModel model, string recorder, string name, int firstLine) : CSharpSyntaxRewriter
{
    private const int LongestText = 60;

    private readonly List<(int Line, string Text)> _branches = [];

    public IReadOnlyList<(int Line, string Text)> Branches => _branches;

    public string Recorder => recorder;

    public string Name => name;

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        if (IsConstant(node.Condition))
        {
            return base.VisitIfStatement(node);
        }

        (int yes, int no) = (Branch(node, $"{Quoted(node.Condition)} true"), Branch(node, $"{Quoted(node.Condition)} false"));
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        ElseClauseSyntax? otherwise = visited.Else;
        return visited.WithStatement(Counted(yes, visited.Statement)).WithElse(otherwise is null
            ? SyntaxFactory.ElseClause(SyntaxFactory.Block(Count(no)))
            : otherwise.WithElseKeyword(otherwise.ElseKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithStatement(Counted(no, otherwise.Statement)));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        if (IsConstant(node.Condition))
        {
            return base.VisitConditionalExpression(node);
        }

        (int yes, int no) = (Branch(node, $"{Quoted(node.Condition)} true"), Branch(node, $"{Quoted(node.Condition)} false"));
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        string condition = node.Condition.DescendantNodesAndSelf().Any(Assigns)
            ? Beside(visited.Condition, yes, no)
            : $"{recorder}.Decide({yes}, {no}, {visited.Condition})";
        return visited.WithCondition(SyntaxFactory.ParseExpression(condition + " "));
    }

    // To the compiler neither counter changes what is assigned if it is true and if it is false.
    private string Beside(ExpressionSyntax condition, int yes, int no) =>
        $"((({condition}) && ({recorder}.Took({yes}) || true)) || ({recorder}.Took({no}) && false))";

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
    {
        int[] cases = [.. node.Sections.Select(section => Branch(section, $"`{Short(string.Join(" ", section.Labels))}`"))];
        bool hasDefault = node.Sections.Any(static section => section.Labels.Any(static label => label is DefaultSwitchLabelSyntax));
        int none = hasDefault ? -1 : Branch(node, $"no case of {Quoted(node.Expression)}");
        var visited = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        IEnumerable<SwitchSectionSyntax> sections = visited.Sections.Select((section, i) => section.WithStatements(section.Statements.Insert(0, Count(cases[i]))));
        return visited.WithSections([.. sections, .. hasDefault ? Array.Empty<SwitchSectionSyntax>() : [Default(none)]]);
    }

    private SwitchSectionSyntax Default(int branch) => SyntaxFactory.SwitchSection(
        [SyntaxFactory.DefaultSwitchLabel()], [Count(branch), SyntaxFactory.BreakStatement()]);

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        int[] arms = [.. node.Arms.Select(arm => Branch(arm, $"`{Short($"{arm.Pattern} {arm.WhenClause}")}`"))];
        var visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        int next = 0;
        return visited.ReplaceNodes(visited.Arms, (_, arm) =>
        {
            string counts = $"{recorder}.Took({arms[next++]})";
            string when = arm.WhenClause is { } clause ? $"({clause.Condition}) && {counts}" : counts;
            return arm.WithWhenClause(SyntaxFactory.WhenClause(
                SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.WhenKeyword, [SyntaxFactory.Space]), SyntaxFactory.ParseExpression(when + " ")));
        });
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        int body = Branch(node, $"`for ({Short(string.Join(";", node.Condition))})`");
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(Counted(body, visited.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        int body = Branch(node, $"`foreach ({Short(node.Expression.ToString())})`");
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(Counted(body, visited.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        int body = Branch(node, $"`foreach ({Short(node.Expression.ToString())})`");
        var visited = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return visited.WithStatement(Counted(body, visited.Statement));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        if (IsConstant(node.Condition))
        {
            return base.VisitWhileStatement(node);
        }

        int body = Branch(node, $"`while ({Short(node.Condition.ToString())})`");
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Counted(body, visited.Statement));
    }

    // What captures the counter can't be static.
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return visited.WithModifiers(NotStatic(visited.Modifiers)).WithLeadingTrivia(visited.GetLeadingTrivia());
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var visited = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return visited.WithModifiers(NotStatic(visited.Modifiers));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var visited = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return visited.WithModifiers(NotStatic(visited.Modifiers));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        SimpleNameSyntax? called = Called(node);
        bool isItself = called?.Identifier.ValueText == method.Name
            && model.GetSymbolInfo(node).Symbol is IMethodSymbol { ReducedFrom: null } symbol
            && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, method.OriginalDefinition);
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (!isItself)
        {
            return visited;
        }

        SimpleNameSyntax old = Called(visited)!;
        InvocationExpressionSyntax renamed = visited.ReplaceNode(old, old.WithIdentifier(SyntaxFactory.Identifier(name)));
        ArgumentSyntax counts = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(recorder));
        return renamed.WithArgumentList(renamed.ArgumentList.WithArguments(renamed.ArgumentList.Arguments.Insert(0, counts)));
    }

    /// <summary>Directives belong to the file, not to the method.</summary>
    public override SyntaxTrivia VisitTrivia(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) ? default : base.VisitTrivia(trivia);

    private static SimpleNameSyntax? Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    private static SyntaxTokenList NotStatic(SyntaxTokenList modifiers) =>
        [.. modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.StaticKeyword))];

    private static bool IsConstant(ExpressionSyntax condition) =>
        condition.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression;

    private static bool Assigns(SyntaxNode node) =>
        node is AssignmentExpressionSyntax or VariableDesignationSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword };

    private int Branch(SyntaxNode node, string text)
    {
        _branches.Add((BranchCopy.LineOf(node) - firstLine, text));
        return _branches.Count - 1;
    }

    private StatementSyntax Count(int branch) => SyntaxFactory.ParseStatement($"{recorder}.Took({branch}); ");

    private BlockSyntax Counted(int branch, StatementSyntax statement) => SyntaxFactory.Block(Count(branch), statement);

    private static string Quoted(ExpressionSyntax condition) => $"`{Short(condition.ToString())}`";

    private static string Short(string text)
    {
        string line = string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestText ? line.Substring(0, LongestText - 1) + "…" : line;
    }
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Turns a query that sums up numbers into a loop before the statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QueryLoopFix))]
[Shared]
public sealed class QueryLoopFix() : MendProvider(Descriptors.UnsupportedConstruct.Id, Descriptors.CallWithoutDerivative.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (QueryAt(fault) is not { Whole: var call } query
            || call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || Place(call) is not { } place
            || IsUsedBeside(call, place, fault.Model))
        {
            yield break;
        }

        // One for each method at a time: the next one's names depend on it.
        yield return new Mend($"Turn '{query.Last}' into a loop", nameof(QueryLoopFix), method, editor =>
        {
            QueryLoop loop = QueryLoop.Of(query, fault.Model, method);
            Put(editor, place, call, loop);
        });
    }

    /// <summary>The query of a fault, which may be at one of its functions.</summary>
    private static Query? QueryAt(Fault fault) => fault.Node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
        .Take(fault.Node is LambdaExpressionSyntax ? int.MaxValue : 1)
        .Select(call => Query.Of(call, fault.Model, fault.Cancellation)).FirstOrDefault(query => query is not null);

    /// <summary>The statement before which the loop can stand, or the expression body; null where the query is not always evaluated, or more than once.</summary>
    private static SyntaxNode? Place(InvocationExpressionSyntax call)
    {
        for (SyntaxNode inner = call; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case LambdaExpressionSyntax or SwitchExpressionArmSyntax or WhenClauseSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                case ConditionalExpressionSyntax conditional when conditional.Condition != inner:
                case BinaryExpressionSyntax binary when binary.Right == inner && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                    return null;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax }:
                    return outer;
                case StatementSyntax:
                    return outer is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not (int)SyntaxKind.None } ? null : outer;
            }
        }

        return null;
    }

    /// <summary>Whether a variable that the query changes stands elsewhere in the statement, before which the loop would change it.</summary>
    private static bool IsUsedBeside(InvocationExpressionSyntax call, SyntaxNode place, SemanticModel model) =>
        model.AnalyzeDataFlow(call) is { Succeeded: true } flow
        && place.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            !call.Span.Contains(name.Span) && model.GetSymbolInfo(name).Symbol is { } symbol && flow.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default));

    private static void Put(SyntaxEditor editor, SyntaxNode place, InvocationExpressionSyntax call, QueryLoop loop)
    {
        SyntaxNode value = loop.Value.WithTriviaFrom(call);
        if (place is ArrowExpressionClauseSyntax arrow)
        {
            var method = (MethodDeclarationSyntax)arrow.Parent!;
            ExpressionSyntax result = arrow.Expression.ReplaceNode(call, value).WithoutTrivia();
            StatementSyntax last = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                ? SyntaxFactory.ExpressionStatement(result)
                : SyntaxFactory.ReturnStatement(result).NormalizeWhitespace();
            editor.ReplaceNode(method, (current, _) => ((MethodDeclarationSyntax)current)
                .WithExpressionBody(null).WithSemicolonToken(default)
                .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
                .WithBody(Laid(SyntaxFactory.Block(loop.Statements.Append(AfterBlankLine(last)))))
                .WithTrailingTrivia(current.GetTrailingTrivia()));
            return;
        }

        StatementSyntax statement = ((StatementSyntax)place).ReplaceNode(call, value);
        if (place.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            editor.InsertBefore(place, loop.Statements.Select((added, i) => Laid(i > 0 ? added : added.WithLeadingTrivia(place.GetLeadingTrivia()))));
            editor.ReplaceNode(place, Laid(AfterBlankLine(statement.WithoutLeadingTrivia())));
        }
        else
        {
            editor.ReplaceNode(place, Laid(SyntaxFactory.Block(loop.Statements.Append(AfterBlankLine(statement.WithoutLeadingTrivia())))));
        }
    }

    private static StatementSyntax AfterBlankLine(StatementSyntax statement) =>
        statement.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);

    private static T Laid<T>(T statement) where T : SyntaxNode => statement.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}

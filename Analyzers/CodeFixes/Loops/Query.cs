using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.CodeFixes;

/// <summary>A query whose result is one number, such as <c>xs.Where(x => x > 0).Sum(x => x * x)</c>.</summary>
/// <param name="Source">The elements; for a range, the call of <c>Enumerable.Range</c>.</param>
/// <param name="Stages">What happens to each element, in order.</param>
/// <param name="Last">What its elements become one by: <c>Sum</c>, <c>Average</c>, <c>Max</c>, <c>Min</c> or <c>Aggregate</c>.</param>
internal sealed record Query(
    InvocationExpressionSyntax Whole, ExpressionSyntax Source, IReadOnlyList<Stage> Stages, string Last, ITypeSymbol Result, ExpressionSyntax? Seed)
{
    private static readonly HashSet<string> Reductions = ["Sum", "Average", "Max", "Min"];

    public bool IsRange => Source is InvocationExpressionSyntax;

    public bool IsFiltered => Stages.Any(stage => stage.IsFilter);

    /// <summary>Null if a call is not one, or not of a form that is a simple loop.</summary>
    public static Query? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (Operator(call, model, cancellation) is not { } last || model.GetTypeInfo(call, cancellation).Type is not { } result || !Wrapping.IsNumber(result))
        {
            return null;
        }

        ArgumentSyntax[] arguments = [.. call.ArgumentList.Arguments];
        var stages = new List<Stage>();
        ExpressionSyntax? seed = null;
        switch (arguments)
        {
            case [] when Reductions.Contains(last.Name):
                break;
            case [{ Expression: SimpleLambdaExpressionSyntax selector }] when Reductions.Contains(last.Name) && Stage.Of(selector, isFilter: false) is { } stage:
                stages.Add(stage);
                break;
            case [{ Expression: var start }, { Expression: ParenthesizedLambdaExpressionSyntax { ExpressionBody: not null, ParameterList.Parameters.Count: 2 } step }] when last.Name == "Aggregate":
                seed = start;
                stages.Add(new Stage([.. step.ParameterList.Parameters], step.ExpressionBody, IsFilter: false));
                break;
            default:
                return null;
        }

        return Inside(((MemberAccessExpressionSyntax)call.Expression).Expression, stages, model, cancellation) is { } source
            ? new Query(call, source, stages, last.Name, result, seed)
            : null;
    }

    /// <summary>Puts the calls between the source and the last one before the stages, and returns the source.</summary>
    private static ExpressionSyntax? Inside(ExpressionSyntax inner, List<Stage> stages, SemanticModel model, CancellationToken cancellation)
    {
        while (inner is InvocationExpressionSyntax call && Operator(call, model, cancellation) is { } method)
        {
            if (method.Name == "Range")
            {
                return call;
            }

            if (method.Name is not ("Select" or "Where")
                || call.ArgumentList.Arguments is not [{ Expression: SimpleLambdaExpressionSyntax lambda }]
                || Stage.Of(lambda, method.Name == "Where") is not { } stage)
            {
                return null;
            }

            stages.Insert(0, stage);
            inner = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        }

        return model.GetTypeInfo(inner, cancellation).Type is IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "List" } ? inner : null;
    }

    /// <summary>The method of <c>Enumerable</c> that is called, in the form <c>source.Method(…)</c>, or <c>Enumerable.Range(…)</c>.</summary>
    private static IMethodSymbol? Operator(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } } method
        && (method.MethodKind == MethodKind.ReducedExtension || method.Name == "Range")
            ? method
            : null;
}

/// <summary>A lambda that is applied to each element, with an expression as its body.</summary>
internal sealed record Stage(IReadOnlyList<ParameterSyntax> Parameters, ExpressionSyntax Body, bool IsFilter)
{
    public ParameterSyntax Element => Parameters[Parameters.Count - 1];

    public static Stage? Of(SimpleLambdaExpressionSyntax lambda, bool isFilter) =>
        lambda is { ExpressionBody: { } body, AsyncKeyword.RawKind: (int)SyntaxKind.None } ? new Stage([lambda.Parameter], body, isFilter) : null;
}

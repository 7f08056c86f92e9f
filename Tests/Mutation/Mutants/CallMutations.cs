using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>What can go wrong in calls: operations of the intermediate representation, arguments, queries.</summary>
internal static class CallMutations
{
    private static readonly Dictionary<string, string> OtherSigns = new()
    {
        ["Add"] = "Subtract",
        ["Subtract"] = "Add",
        ["Multiply"] = "Divide",
    };

    private static readonly HashSet<string> Queries = ["Where", "Skip", "Take", "Concat", "Distinct", "Except", "OfType", "Reverse", "Append", "Prepend", "Union", "TakeWhile"];

    // Whose arguments may change places.
    private static readonly HashSet<string> Symmetric = ["Add", "Multiply", "ReferenceEquals", "Equals", "Max", "Min", "Common"];

    private static readonly Dictionary<string, string> OtherQuantifiers = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
    };

    public static IEnumerable<Mutation> Of(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => Call(call).Concat(Symmetric.Contains(NameOf(call)) ? [] : Swapped(call, call.ArgumentList)),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } created => Swapped(created, arguments),
        _ => [],
    };

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        var name => name.ToString(),
    };

    private static IEnumerable<Mutation> Call(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: var name, Expression: var receiver } member)
        {
            yield break;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (arguments.Count is 2 or 3 && OtherSigns.TryGetValue(name, out string? sign))
        {
            yield return new(Kinds.Sign, call, $"{receiver}.{sign}{call.ArgumentList}");
            yield return new(Kinds.Term, call, $"{arguments[0]}");
            yield return new(Kinds.Term, call, $"{arguments[1]}");
        }

        if (name == "Negate" && arguments.Count > 0)
        {
            yield return new(Kinds.Sign, call, $"{arguments[0]}");
        }

        if (Queries.Contains(name))
        {
            yield return new(Kinds.Filter, call, $"{receiver}");
        }

        if (arguments.Count == 1 && OtherQuantifiers.TryGetValue(name, out string? quantifier))
        {
            yield return new(Kinds.Condition, call, $"{receiver}.{quantifier}{call.ArgumentList}");
        }
    }

    private static IEnumerable<Mutation> Swapped(ExpressionSyntax call, BaseArgumentListSyntax list)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = list.Arguments;
        for (int i = 0; i + 1 < arguments.Count; i++)
        {
            if (CanSwap(arguments[i]) && CanSwap(arguments[i + 1]) && arguments[i].ToString() != arguments[i + 1].ToString())
            {
                ArgumentSyntax first = arguments[i], second = arguments[i + 1];
                string[] texts = [.. arguments.Select(argument => (argument == first ? second : argument == second ? first : argument).ToString())];
                string before = call.ToString()[..(list.SpanStart - call.SpanStart)], after = call.ToString()[(list.Span.End - call.SpanStart)..];
                yield return new(Kinds.Swap, call, $"{before}({string.Join(", ", texts)}){after}", (first.Expression, second.Expression));
            }
        }
    }

    private static bool CanSwap(ArgumentSyntax argument) =>
        argument.NameColon is null && argument.RefKindKeyword.IsKind(SyntaxKind.None)
        && argument.Expression is not (AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression });
}

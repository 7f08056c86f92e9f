using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>
/// A comment above a marked method, <c>// check: 1.3, new double[] {1, 2}, 5</c>: one C# expression per parameter that is not
/// <c>out</c>. With <c>// kink</c> behind it, finite differences do not hold at this point; <c>// kink 0, 0.5</c> states the
/// Jacobian there instead, row by row. For a generic method it says for which type, <c>// check&lt;float&gt;: 1.3f</c>, or for all of
/// them, <c>// check&lt;T&gt;: (T)1.3, new T[] { (T)1 }</c>.
/// </summary>
/// <param name="Type">The type argument, or the type parameter.</param>
internal sealed partial record ArgumentDirective(int Line, IReadOnlyList<string> Expressions, bool IsKink, string? Jacobian, string? Type)
{
    public static IEnumerable<ArgumentDirective> Above(MethodDeclarationSyntax method)
    {
        foreach (var trivia in method.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            var match = Directive().Match(trivia.ToString());
            if (match.Success)
            {
                var line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                var jacobian = match.Groups["jacobian"].Value.Trim();
                yield return new ArgumentDirective(
                    line, Split(match.Groups["arguments"].Value), match.Groups["kink"].Success, jacobian.Length == 0 ? null : jacobian,
                    match.Groups["type"] is { Success: true, Value: var type } ? type : null);
            }
        }
    }

    /// <summary>The directives that concern an instance of a generic method.</summary>
    public static IEnumerable<ArgumentDirective> Of(IEnumerable<ArgumentDirective> directives, IMethodSymbol instance)
    {
        var argument = instance.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var parameter = instance.TypeParameters[0].Name;
        return directives
            .Where(directive => directive.Type == argument || directive.Type == parameter)
            .Select(directive => directive.Type == argument ? directive : directive with
            {
                Expressions = [.. directive.Expressions.Select(expression => Regex.Replace(expression, $@"\b{parameter}\b", instance.TypeArguments[0].ToDisplayString()))],
            });
    }

    private static IReadOnlyList<string> Split(string arguments)
        => [.. SyntaxFactory.ParseArgumentList($"({arguments})").Arguments.Select(argument => argument.ToString())];

    [GeneratedRegex(@"^//\s*check(<(?<type>\w+)>)?:(?<arguments>.*?)(?<kink>//\s*kink(?<jacobian>.*))?$")]
    private static partial Regex Directive();
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>
/// A comment above a marked method, <c>// check: 1.3, new double[] {1, 2}, 5</c>: one C# expression per parameter that is not
/// <c>out</c>. With <c>// kink</c> behind it, finite differences do not hold at this point; <c>// kink 0, 0.5</c> states the
/// Jacobian there instead, row by row.
/// </summary>
internal sealed partial record ArgumentDirective(int Line, IReadOnlyList<string> Expressions, bool IsKink, string? Jacobian)
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
                    line, Split(match.Groups["arguments"].Value), match.Groups["kink"].Success, jacobian.Length == 0 ? null : jacobian);
            }
        }
    }

    private static IReadOnlyList<string> Split(string arguments)
        => [.. SyntaxFactory.ParseArgumentList($"({arguments})").Arguments.Select(argument => argument.ToString())];

    [GeneratedRegex(@"^//\s*check:(?<arguments>.*?)(?<kink>//\s*kink(?<jacobian>.*))?$")]
    private static partial Regex Directive();
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary><c>docs/constructs.md</c> says of the corpus what is true of it.</summary>
[Trait("Needs", "CompilerOnly")]
public partial class ConstructTableTests
{
    private const string Marked = "Differentiable";

    public static TheoryData<string> Rows =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "constructs.md")).Where(line => Row().IsMatch(line))];

    [Fact]
    public void TheTableHasRowsOfBothKinds()
    {
        var kinds = Rows.Select(row => Row().Match(row.Data).Groups["kind"].Value).CountBy(kind => kind).ToDictionary();
        Assert.True(kinds[CorpusFile.Accept] > 30 && kinds[CorpusFile.Reject] > 15);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheProgramShowsTheConstruct(string row)
    {
        var parts = Row().Match(row);
        var text = Method(parts).ToFullString();
        Assert.Contains(Spaced(parts.Groups["code"].Value.Replace("\\|", "|")), Spaced(text), StringComparison.Ordinal);
        if (parts.Groups["kind"].Value == CorpusFile.Reject)
        {
            Assert.Matches($@"// expect: {parts.Groups["id"].Value}\b", text);
        }
    }

    private static MethodDeclarationSyntax Method(Match row)
    {
        var file = CorpusFile.Read(row.Groups["kind"].Value, row.Groups["file"].Value);
        var methods = Toolchain.Parse(file.Text, file.Name).GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes().OfType<MethodDeclarationSyntax>();
        return Assert.Single(methods, method =>
            method.Identifier.Text == row.Groups["method"].Value
            && method.Parent is TypeDeclarationSyntax type && type.Identifier.Text == row.Groups["type"].Value
            && method.AttributeLists.Any(list => list.ToString().Contains(Marked, StringComparison.Ordinal)));
    }

    private static string Spaced(string text) => Space().Replace(text, " ");

    [GeneratedRegex(@"^\|.* \| (`(?<code>.*)` )?(\| \[(?<id>SAD\d+)\].* )?\| \[(?<type>\w+)\.(?<method>\w+)\]\(\.\./Tests/Corpus/(?<kind>\w+)/(?<file>\w+)\.cs\) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Generator.Diagnostics;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>
/// Each diagnostic at its exact place, <c>[| |]</c> in the program, and none in a program that differs by what the message
/// advises. Analyzer and generator agree on both.
/// </summary>
[Trait("Needs", "CompilerOnly")]
public class DiagnosticTests
{
    public static TheoryData<string, string> Faulty => Table(fault => fault.Faulty);

    public static TheoryData<string, string> Sound => Table(fault => fault.Sound);

    [Fact]
    public void EveryDiagnosticIsTested() => Assert.Equal(
        Descriptors.All.Except([Descriptors.InternalError, Descriptors.ForeignSource]).Select(descriptor => descriptor.Id),
        FaultyPrograms.All.Select(fault => fault.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void ErrorsAloneCannotBeConfiguredAway() => Assert.All(Descriptors.All, descriptor => Assert.Equal(
        descriptor.DefaultSeverity == DiagnosticSeverity.Error,
        descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void EveryDiagnosticHasThePageItLinksTo()
    {
        string pages = Path.Combine(Repository.Root, "docs", "diagnostics");
        string list = File.ReadAllText(Path.Combine(pages, "README.md"));
        Assert.All(Descriptors.All, descriptor =>
        {
            string page = $"{descriptor.Id}.md";
            Assert.EndsWith("/docs/diagnostics/" + page, descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.True(Uri.TryCreate(descriptor.HelpLinkUri, UriKind.Absolute, out Uri? link) && link.Scheme == Uri.UriSchemeHttps);
            string[] lines = File.ReadAllLines(Path.Combine(pages, page));
            Assert.Equal($"# {descriptor.Id}: {descriptor.Title}", lines[0]);
            Assert.Contains($"> {descriptor.MessageFormat}".TrimEnd('.'), string.Join(" ", lines.Skip(2)), StringComparison.Ordinal);
            Assert.Contains($"| [{descriptor.Id}]({page}) | {descriptor.Title} |", list, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task TheFaultIsReportedAtItsPlace(string id, string marked)
    {
        string text = Unmarked(marked, out TextSpan[] spans);
        Generation generation = Generate(text);
        Assert.Empty(ErrorsInProgram(generation));
        // Calls of generated methods mean something only where these are.
        Compilation[] compilations = id == Descriptors.AliasedBuffers.Id ? [generation.Output] : [generation.Input, generation.Output];
        foreach (Compilation compilation in compilations)
        {
            Diagnostic[] found = [.. (await Analyze(compilation)).Where(diagnostic => diagnostic.Id == id || IsError(diagnostic)).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
            Assert.Equal(spans.Select(span => (id, text.Substring(span.Start, span.Length))), found.Select(diagnostic => (diagnostic.Id, Text(diagnostic))));
            Assert.Equal(spans, found.Select(diagnostic => diagnostic.Location.SourceSpan));
            Assert.All(found, diagnostic => Assert.DoesNotContain("{", diagnostic.GetMessage(null).Replace("{double}", ""), StringComparison.Ordinal));
        }

        Assert.Equal(
            Descriptors.Get(id).DefaultSeverity != DiagnosticSeverity.Error,
            generation.Result.GeneratedSources.Any(source => source.HintName.Contains("Model.F.", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task NothingIsReportedOnceTheAdviceIsFollowed(string id, string text)
    {
        Generation generation = Generate(text);
        Assert.Empty(ErrorsInProgram(generation));
        Assert.DoesNotContain(await Analyze(generation.Output), diagnostic => diagnostic.Id == id || IsError(diagnostic));
        Assert.True(generation.Result.GeneratedSources.Length > 0, generation.GeneratedText());
    }

    [Theory]
    [InlineData("static double F(double x) => x * missing;")]
    [InlineData("static double F(double x) { double y; return x * y; }")]
    [InlineData("static double F(double x) { return \"text\"; }")]
    [InlineData("static double F(Missing x) => 1;")]
    [InlineData("static double F(double x) => Helper(x); static double Helper(double x) => x.Missing();")]
    public async Task WhatIsNotCSharpIsLeftToTheCompiler(string members)
    {
        Generation generation = Generate(FaultyPrograms.Model("[Differentiable] public " + members));
        Assert.Contains(generation.Input.GetDiagnostics(Token), IsError);
        Assert.Empty(await Analyze(generation.Output));
        Assert.Empty(generation.Result.GeneratedSources);
    }

    [Fact]
    public async Task WhatACalleeReadsMustBeAccessibleFromTheDerivative()
    {
        string text = FaultyPrograms.Model("[Differentiable] public static double F(double x) => Other.G(x);")
            + "public static class Other { private static readonly double Scale = 2; public static double G(double x) => x * Scale; }";
        Diagnostic diagnostic = Assert.Single(await Analyze(Generate(text).Output));
        Assert.Contains("'Other.Scale' is not accessible from 'Model'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDividendIsQuotedWithItsParentheses()
    {
        string text = FaultyPrograms.Model("[Differentiable] public static double F(double x, int n) => x * ((n + 1) / 2);");
        Diagnostic diagnostic = (await Analyze(Generate(text).Output)).Single(found => found.Id == "SAD0033");
        Assert.Contains("'(double)(n + 1)'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultInACalleePointsToItsPlace()
    {
        string text = FaultyPrograms.Model(
            "[Differentiable] public static double F(double x) => Helper(x); static double Helper(double x) { lock (new object()) { } return x; }");
        Diagnostic diagnostic = Assert.Single(await Analyze(Generate(text).Output));
        Location place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("lock", text.Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    [Fact]
    public async Task ARemarkInAHelperIsSaidOnce()
    {
        string text = FaultyPrograms.Model("""
            [Differentiable] public static double F(double x, double y) => Length(x, y);
            [Differentiable] public static double G(double x, double y) => 2 * Length(x, y) + Length(y, x);
            static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
            """);
        Diagnostic diagnostic = Assert.Single(await Analyze(Generate(text).Output), diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal("SAD0037", diagnostic.Id);
        Assert.Equal("Math.Sqrt(a * a + b * b)", Text(diagnostic));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static TheoryData<string, string> Table(Func<FaultyProgram, string> text)
    {
        TheoryData<string, string> table = [];
        foreach (FaultyProgram fault in FaultyPrograms.All.Where(fault => text(fault).Length > 0))
        {
            table.Add(fault.Id, text(fault));
        }

        return table;
    }

    private static Generation Generate(string text) =>
        Generation.Run(Toolchain.Compile("Program", Toolchain.Parse(text, "Program.cs")), Toolchain.NewGenerator());

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Compilation compilation) =>
        await compilation.WithAnalyzers(Toolchain.NewAnalyzers()).GetAnalyzerDiagnosticsAsync(Token);

    private static IEnumerable<Diagnostic> ErrorsInProgram(Generation generation) =>
        generation.Output.GetDiagnostics(Token).Where(diagnostic => IsError(diagnostic) && diagnostic.Location.SourceTree == generation.Input.SyntaxTrees.Single());

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    private static string Unmarked(string marked, out TextSpan[] spans)
    {
        List<TextSpan> found = [];
        while (marked.IndexOf("[|", StringComparison.Ordinal) is >= 0 and var start)
        {
            int end = marked.IndexOf("|]", start, StringComparison.Ordinal) - 2;
            marked = marked.Remove(end + 2, 2).Remove(start, 2);
            found.Add(TextSpan.FromBounds(start, end));
        }

        spans = [.. found];
        return marked;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Analyzer error ⇔ no derivative, method by method; and each diagnostic stands where the program expects it.</summary>
[Trait("Needs", "CompilerOnly")]
public class AgreementTests
{
    public static TheoryData<string, string> Programs
    {
        get
        {
            TheoryData<string, string> programs = [];
            foreach (var kind in new[] { CorpusFile.Accept, CorpusFile.Reject })
            {
                foreach (var name in CorpusFile.Names(kind))
                {
                    programs.Add(kind, name);
                }
            }

            return programs;
        }
    }

    public static TheoryData<string> Rejected => [.. CorpusFile.Names(CorpusFile.Reject)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task AnErrorMeansNoDerivative(string kind, string program)
    {
        var generation = CorpusGenerations.Of(kind, program);
        var errors = (await Analyze(kind, program)).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        List<string> failures = [];
        foreach (var method in generation.MarkedMethods())
        {
            var its = errors.Where(error => Concerns(error, method)).ToArray();
            if (method.HasDerivative == its.Length > 0)
            {
                failures.Add(method.HasDerivative
                    ? $"{method.DisplayName} has derivatives and an error: {its[0]}"
                    : $"{method.DisplayName} has neither a derivative nor an error.");
            }
        }

        Assert.NotEmpty(generation.MarkedMethods());
        Verdict.None(failures);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task TheAnalyzerSaysTheSameOfGeneratedAndUngeneratedCode(string kind, string program)
    {
        var without = (await Analyze(kind, program, generated: false)).Select(Describe);
        var with = (await Analyze(kind, program)).Select(Describe);
        Assert.Equal(without.Order(StringComparer.Ordinal), with.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task DiagnosticsStandWhereTheyAreExpected(string program)
    {
        var file = CorpusFile.Read(CorpusFile.Reject, program);
        Verdict.None(CorpusGenerations.Of(CorpusFile.Reject, program).Complaints());
        var found = (await Analyze(CorpusFile.Reject, program)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        List<string> failures = [];
        foreach (var expected in Expectation.In(file))
        {
            if (found.RemoveAll(diagnostic => Matches(diagnostic, expected)) == 0)
            {
                failures.Add($"{program}.cs: nothing reported at {expected}");
            }
        }

        failures.AddRange(found.Select(diagnostic => $"{program}.cs: not expected: {diagnostic}"));
        Verdict.None(failures);
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string kind, string program, bool generated = true)
    {
        var diagnostics = await CorpusGenerations.Diagnostics(kind, program, generated);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }

    private static bool Matches(Diagnostic diagnostic, Expectation expected)
        => Line(diagnostic) == expected.Line
            && (expected.Id == Expectation.AnyError ? diagnostic.Severity == DiagnosticSeverity.Error : diagnostic.Id == expected.Id);

    /// <summary>An error within the method, or in the head of a type around it.</summary>
    private static bool Concerns(Diagnostic error, MarkedMethod method)
    {
        if (error.Location.SourceTree != method.Syntax.SyntaxTree)
        {
            return false;
        }

        var span = error.Location.SourceSpan;
        return method.Syntax.Span.Contains(span)
            || method.Syntax.Ancestors()
                .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
                .Any(type => type.Identifier.Span.Contains(span));
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} line {Line(diagnostic)}: {diagnostic.GetMessage(null)}";

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}

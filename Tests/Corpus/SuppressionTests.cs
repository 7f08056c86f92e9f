using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Generator.Diagnostics;
using StaticAd.Tests.Frontend;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Nothing of ours can be silenced into a wrong number: whatever a project suppresses, what has an error has no derivative.</summary>
[Trait("Needs", "CompilerOnly")]
public class SuppressionTests
{
    private static readonly string[] Ids = [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> Rejected => [.. CorpusFile.Names(CorpusFile.Reject)];

    /// <summary>Project settings and editor configurations: every error stays.</summary>
    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task SettingsDoNotSilenceErrors(string program)
    {
        CSharpCompilation plain = Toolchain.Compile(CorpusFile.Read(CorpusFile.Reject, program));
        await SaysTheSame(plain, Silenced(plain));
        await SaysTheSame(plain, Configured(plain));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task PragmasDoNotSilenceErrors(string program)
    {
        CorpusFile file = CorpusFile.Read(CorpusFile.Reject, program);
        await SaysTheSame(Toolchain.Compile(file), Toolchain.Compile(file with { Text = Pragmas + file.Text }));
    }

    [Fact]
    public async Task NeitherDoesAnythingSilenceTheErrorsOfFaultyPrograms()
    {
        foreach (string text in Faulty())
        {
            CSharpCompilation plain = Compile(text);
            await SaysTheSame(plain, Silenced(plain));
            await SaysTheSame(plain, Configured(plain));
            await SaysTheSame(plain, Compile(Pragmas + text));
        }
    }

    /// <summary>An attribute may hide an error from view. The derivative is missing all the same, and whoever calls it has an error of the compiler's.</summary>
    [Fact]
    public void AHiddenErrorLeavesNothingToCall()
    {
        foreach (string text in Faulty())
        {
            CSharpCompilation hidden = Compile(text).AddSyntaxTrees(Toolchain.Parse(Attributes(), "Suppressions.cs"));
            Assert.Equal(Files(Compile(text)), Files(hidden));
        }

        CSharpCompilation calling = Compile(FaultyPrograms.Model(
            "[Differentiable] public static double F(double x) { lock (new object()) { return x; } } public static double Use() => FValueAndGradient(1, out _);"))
            .AddSyntaxTrees(Toolchain.Parse(Attributes(), "Suppressions.cs"));
        Assert.Contains(Generation.Run(Silenced(calling), Toolchain.NewGenerator()).Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic is { Id: "CS0103", Severity: DiagnosticSeverity.Error });
    }

    [Fact]
    public async Task AFaultyProgramHasAnErrorOrAllItsDerivatives()
    {
        foreach (FaultyProgram fault in FaultyPrograms.All)
        {
            foreach (string text in new[] { Unmarked(fault.Faulty), fault.Sound }.Where(text => text.Length > 0))
            {
                Generation generation = Generation.Run(Compile(text), Toolchain.NewGenerator());
                Diagnostic[] errors = await Errors(generation.Output);
                foreach (MarkedMethod method in generation.MarkedMethods())
                {
                    bool isAccused = errors.Any(error => method.Syntax.Span.Contains(error.Location.SourceSpan));
                    Assert.True(method.HasDerivative != isAccused, $"{method.DisplayName} of {text} has {(isAccused ? "an error and" : "no error and no")} derivatives.");
                }
            }
        }
    }

    private static string Pragmas => $"#pragma warning disable\n#pragma warning disable {string.Join(", ", Ids)}\n";

    private static string Attributes() => string.Join("\n", Ids.Select(id => $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"StaticAd\", \"{id}\")]"));

    private static IEnumerable<string> Faulty() => FaultyPrograms.All.Select(fault => Unmarked(fault.Faulty));

    private static string Unmarked(string text) => text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static CSharpCompilation Compile(string text) => Toolchain.Compile("Program", Toolchain.Parse(text, "Program.cs"));

    private static CSharpCompilation Silenced(CSharpCompilation compilation) => compilation.WithOptions(compilation.Options
        .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
        .WithSpecificDiagnosticOptions(Ids.ToDictionary(id => id, _ => ReportDiagnostic.Suppress)));

    private static CSharpCompilation Configured(CSharpCompilation compilation) => compilation.WithOptions(
        compilation.Options.WithSyntaxTreeOptionsProvider(new NothingAtAll()));

    private static async Task SaysTheSame(CSharpCompilation plain, CSharpCompilation silenced)
    {
        Generation before = Generation.Run(plain, Toolchain.NewGenerator());
        Generation after = Generation.Run(silenced, Toolchain.NewGenerator());
        Assert.Equal((await Errors(before.Output)).Select(Describe), (await Errors(after.Output)).Select(Describe));
        Assert.Equal(Files(before), Files(after));
    }

    private static IEnumerable<string> Files(CSharpCompilation compilation) => Files(Generation.Run(compilation, Toolchain.NewGenerator()));

    private static IEnumerable<string> Files(Generation generation) => generation.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal);

    private static async Task<Diagnostic[]> Errors(Compilation compilation) =>
    [
        .. (await compilation.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false })
            .OrderBy(Describe, StringComparer.Ordinal),
    ];

    // Pragmas move the lines.
    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} at '{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}': {diagnostic.GetMessage(null)}";

    /// <summary>An editor configuration that turns off everything.</summary>
    private sealed class NothingAtAll : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Suppress;
            return diagnosticId.StartsWith("SAD", StringComparison.Ordinal);
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGetDiagnosticValue(null!, diagnosticId, cancellationToken, out severity);
    }
}

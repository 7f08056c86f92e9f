using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>A program of the corpus that has derivatives.</summary>
internal sealed record AcceptedProgram(CorpusFile File, bool IsSecondOrder) : Subject(File.Name + (IsSecondOrder ? " to second order" : ""))
{
    private Generation? _last;

    public override string Outcome()
    {
        _last = Generation.Run(File, Toolchain.NewGenerator());
        return _last.GeneratedText() + string.Join("\n", _last.Result.Diagnostics);
    }

    public override IReadOnlyList<string> Failures() => IsSecondOrder
        ? CorpusChecks.SecondOrderFailures(File, Toolchain.NewGenerator())
        : CorpusChecks.Failures(File, _last!);
}

/// <summary>What the analyzer says of a program of the corpus: of rejected ones each diagnostic is expected, of accepted ones none that is an error.</summary>
internal sealed record Diagnoses(string Kind, CorpusFile File) : Subject($"diagnostics of {File.Name}")
{
    private string _last = "";

    public override string Outcome() => _last = string.Join("\n", Toolchain.Compile(File).WithAnalyzers([Toolchain.NewAnalyzer()])
        .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()
        .Where(diagnostic => Kind == CorpusFile.Accept ? diagnostic.Severity == DiagnosticSeverity.Error : diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}")
        .Order(StringComparer.Ordinal));

    /// <summary>The test compares ids and lines, as this outcome does: any other outcome is a failure.</summary>
    public override IReadOnlyList<string> Failures() => [$"{Name} are {_last.ReplaceLineEndings(", ")}"];
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Generator.Diagnostics;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Robustness;

/// <summary>
/// What must hold of any text whatsoever: neither host throws or reports an internal error, what is generated is C#; and if the text is a
/// program, it is one with its derivatives too, and each marked method has either these or an error.
/// </summary>
internal static class DraftCheck
{
    private const string AnalyzerThrew = "AD0001";

    public static IReadOnlyList<string> Failures(Draft draft)
    {
        CSharpCompilation input = Toolchain.Compile("Draft", Toolchain.Parse(draft.Text, "Draft.cs"));
        return [.. Failures(input).Select(failure => $"{draft.Title}: {failure}")];
    }

    private static IEnumerable<string> Failures(CSharpCompilation input)
    {
        Generation generation;
        IReadOnlyList<Diagnostic> diagnostics;
        try
        {
            generation = Generation.Run(input, Toolchain.NewGenerator());
            diagnostics = [.. Analyzed(input), .. generation.Result.Diagnostics];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return [(fault.InnerException ?? fault).ToString()];
        }

        return
        [
            .. diagnostics.Where(diagnostic => diagnostic.Id == AnalyzerThrew || diagnostic.Id == Descriptors.InternalError.Id).Select(diagnostic => diagnostic.ToString()),
            .. generation.Result.GeneratedSources.SelectMany(source => Errors(source.SyntaxTree.GetDiagnostics())),
            .. Errors(input.GetDiagnostics()).Any() ? [] : OfAProgram(generation, diagnostics),
        ];
    }

    private static IEnumerable<string> OfAProgram(Generation generation, IReadOnlyList<Diagnostic> diagnostics)
    {
        SyntaxTree tree = generation.Input.SyntaxTrees[0];
        IEnumerable<string> complaints = generation.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree != tree))
            .Select(diagnostic => $"{diagnostic} in '{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}'");
        Diagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return complaints.Concat(generation.MarkedMethods()
            .GroupBy(method => method.Syntax)
            .Where(instances => instances.Any(method => method.HasDerivative) == errors.Any(error => instances.Key.Span.Contains(error.Location.SourceSpan)))
            .Select(instances => $"{instances.First().DisplayName} has {(instances.First().HasDerivative ? "both" : "neither")} an error {(instances.First().HasDerivative ? "and" : "nor")} a derivative"));
    }

    private static IEnumerable<Diagnostic> Analyzed(CSharpCompilation input) =>
        input.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.ToString());
}

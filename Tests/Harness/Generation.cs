using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticAd.Tests.Harness;

/// <summary>A program before and after its derivatives were generated.</summary>
internal sealed class Generation
{
    private Generation(CSharpCompilation input, CSharpCompilation output, GeneratorRunResult result)
    {
        Input = input;
        Output = output;
        Result = result;
    }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result { get; }

    public static Generation Run(CorpusFile file, IIncrementalGenerator generator)
        => Run(Toolchain.Compile(file), generator);

    public static Generation Run(CSharpCompilation input, IIncrementalGenerator generator)
    {
        var driver = Toolchain.NewDriver(generator).RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } fault)
        {
            throw new InvalidOperationException($"The generator threw on {input.AssemblyName}.", fault);
        }

        return new Generation(input, (CSharpCompilation)output, result);
    }

    /// <summary>All generated files, in a fixed order, as one text.</summary>
    public string GeneratedText()
    {
        var sources = Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).ToArray();
        return sources.Length == 1
            ? sources[0].SourceText.ToString()
            : string.Concat(sources.Select(source => $"// ---- {source.HintName}\n{source.SourceText}"));
    }

    /// <summary>Warnings and errors of the compilation with the generated files in it, each kind once.</summary>
    public IReadOnlyList<string> Complaints()
        => [.. Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Concat(Result.Diagnostics)
            .GroupBy(diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree?.FilePath))
            .Select(group => $"{group.First()}{(group.Count() > 1 ? $" (and {group.Count() - 1} more)" : "")}")];

    /// <summary>The output without the generated files that do not compile, so that the others can be checked all the same.</summary>
    public CSharpCompilation Salvaged()
    {
        var compilation = Output;
        while (true)
        {
            var broken = compilation.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Location.SourceTree)
                .OfType<SyntaxTree>()
                .Except(Input.SyntaxTrees)
                .ToArray();
            if (broken.Length == 0)
            {
                return compilation;
            }

            compilation = compilation.RemoveSyntaxTrees(broken);
        }
    }

    /// <summary>What the analyzer says of the program before its derivatives were generated.</summary>
    public IReadOnlyList<string> Reasons()
        => [.. Input.WithAnalyzers([Toolchain.NewAnalyzer()])
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Select(diagnostic => diagnostic.ToString())];

    /// <summary>The program's marked methods, in source order, as the output compilation sees them.</summary>
    public IReadOnlyList<MarkedMethod> MarkedMethods() => MarkedMethods(Output);

    public IReadOnlyList<MarkedMethod> MarkedMethods(CSharpCompilation compilation)
        => [.. Input.SyntaxTrees.SelectMany(tree => MarkedMethod.In(compilation, tree))];
}

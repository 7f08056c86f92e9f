using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>Warnings and errors of the compilation with the generated files in it.</summary>
    public IReadOnlyList<string> Complaints()
        => [.. Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Concat(Result.Diagnostics)
            .Select(diagnostic => diagnostic.ToString())];

    /// <summary>The program's marked methods, in source order, as the output compilation sees them.</summary>
    public IReadOnlyList<MarkedMethod> MarkedMethods()
        => [.. Input.SyntaxTrees.SelectMany(tree => MarkedMethod.In(Output, tree))];
}

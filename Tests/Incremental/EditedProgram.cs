using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Incremental;

/// <summary>A program that is edited as in an editor, its versions sharing what the parser takes over.</summary>
internal sealed class EditedProgram
{
    private static int s_fresh;

    private GeneratorDriver _driver = Toolchain.NewDriver(Toolchain.NewGenerator());

    public EditedProgram(params IEnumerable<(string Path, string Text)> files)
        => Compilation = Toolchain.Compile("Edited", files.Select(file => Toolchain.Parse(file.Text, file.Path)));

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>What generator and analyzer say, the cache warm.</summary>
    public string Warm()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        return Said(_driver, output);
    }

    /// <summary>What they say of the same text in an assembly that was never seen before.</summary>
    public string Fresh()
    {
        var trees = Compilation.SyntaxTrees.Select(tree => Toolchain.Parse(tree.GetText().ToString(), tree.FilePath));
        var fresh = CSharpCompilation.Create($"Fresh{Interlocked.Increment(ref s_fresh)}", trees, Compilation.References, Compilation.Options);
        var driver = Toolchain.NewDriver(Toolchain.NewGenerator()).RunGeneratorsAndUpdateCompilation(fresh, out var output, out _);
        return Said(driver, output);
    }

    /// <summary>Replaces a text in one file; only as much is parsed again as the parser must.</summary>
    public void Edit(string path, string before, string after)
    {
        var tree = Compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        int start = tree.GetText().ToString().IndexOf(before, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new ArgumentException($"'{before}' is not in {path}.", nameof(before));
        }

        var text = tree.GetText().WithChanges(new TextChange(new TextSpan(start, before.Length), after));
        Compilation = Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
    }

    public void Set(CSharpCompilation compilation) => Compilation = compilation;

    private static string Said(GeneratorDriver driver, Compilation output)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } fault)
        {
            throw new InvalidOperationException("The generator threw.", fault);
        }

        var diagnostics = output.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        IEnumerable<string> said = diagnostics
            .Select(diagnostic => $"{diagnostic} [{string.Join(", ", diagnostic.AdditionalLocations)}] '{Marked(diagnostic)}'")
            .Order(StringComparer.Ordinal)
            .Concat(result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => $"{source.HintName}\n{source.SourceText}"));
        return string.Join('\n', said);
    }

    private static string Marked(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}

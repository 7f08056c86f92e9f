using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Analyzers;
using StaticAd.Generator;

namespace StaticAd.Ide;

/// <summary>What an editor does after each edit for the file that is open, in three forms.</summary>
internal enum Work
{
    /// <summary>
    /// Parses, binds and diagnoses the file, in a program with the generated files as they were, and runs an analyzer that does
    /// nothing.
    /// </summary>
    Compiler,

    /// <summary>The generator runs first.</summary>
    Generator,

    /// <summary>The generator runs first, and the analyzers are ours.</summary>
    Both,
}

/// <summary>Edits a program again and again and measures what follows.</summary>
internal sealed class Session
{
    private static readonly CompilationWithAnalyzersOptions AnalysisOptions =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    private readonly Edits _edits;
    private readonly SyntaxTree[] _generated;
    private readonly Dictionary<string, GeneratedSourceResult> _files = [];
    private GeneratorDriver _driver;

    public Session(CSharpCompilation start)
    {
        _edits = new Edits(start);
        _driver = CorpusProgram.Driver(new DerivativeGenerator()).RunGenerators(start);
        _generated = [.. _driver.GetRunResult().GeneratedTrees];
    }

    public int Places => _edits.Places;

    public int GeneratedFiles => _generated.Length;

    /// <summary>Milliseconds on the processor of an edit: in all, of the generator, and of the analyzers.</summary>
    public (double Whole, double Generator, double Analyzers) Run(Work work, int edit)
    {
        double start = Now;
        (CSharpCompilation program, SyntaxTree edited) = _edits.Apply(edit);
        Compilation output = program;
        double before = Now;
        if (work == Work.Compiler)
        {
            output = program.AddSyntaxTrees(_generated);
        }
        else
        {
            _driver = _driver.RunGenerators(program);
        }

        double generated = Now;
        if (work != Work.Compiler)
        {
            output = program.AddSyntaxTrees(Generated());
        }

        output.GetSemanticModel(edited).GetDiagnostics();
        double bound = Now;
        Analyze(output, edited, work == Work.Both ? [new DifferentiableAnalyzer(), new AliasedBuffersAnalyzer()] : [new Silent()]);
        double end = Now;
        if (work == Work.Compiler)
        {
            // The next run of the generator sees one edit only.
            _driver = _driver.RunGenerators(program);
        }

        return (end - start, generated - before, end - bound);
    }

    /// <summary>The generated files; an editor parses those anew that have changed.</summary>
    private IEnumerable<SyntaxTree> Generated()
    {
        foreach (GeneratedSourceResult source in _driver.GetRunResult().Results.Single().GeneratedSources)
        {
            if (!_files.TryGetValue(source.HintName, out GeneratedSourceResult known) || !ReferenceEquals(known.SourceText, source.SourceText))
            {
                _files[source.HintName] = known = source;
            }

            yield return known.SyntaxTree;
        }
    }

    private static void Analyze(Compilation compilation, SyntaxTree edited, DiagnosticAnalyzer[] analyzers)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([.. analyzers], AnalysisOptions);
        analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(edited), filterSpan: null, default).GetAwaiter().GetResult();
    }

    // All work is done on one thread; its time on the processor does not depend on what else the machine does.
    private static double Now => Environment.CpuUsage.TotalTime.TotalMilliseconds;
}

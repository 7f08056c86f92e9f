using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Analyzers;
using StaticAd.Generator;

namespace StaticAd.Ide;

/// <summary>What an editor does after each edit, in four forms.</summary>
internal enum Work
{
    /// <summary>The compiler alone: parse, bind, report; on the program without generated files.</summary>
    Compiler,

    /// <summary>The compiler on the program with the generated files as they were, and an analyzer that does nothing.</summary>
    Baseline,

    /// <summary>The generator runs, the compiler reads what it has changed, and an analyzer does nothing.</summary>
    Generator,

    /// <summary>The generator and the analyzer.</summary>
    Both,
}

/// <summary>Edits a program again and again and measures what follows.</summary>
internal sealed class Session
{
    private static readonly CompilationWithAnalyzersOptions AnalysisOptions =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    private readonly Edits _edits;
    private readonly SyntaxTree[] _generated;
    private GeneratorDriver _driver;

    public Session(CSharpCompilation start)
    {
        _edits = new Edits(start);
        _driver = CorpusProgram.Driver(new DerivativeGenerator()).RunGenerators(start);
        _generated = [.. _driver.GetRunResult().GeneratedTrees];
    }

    public int Places => _edits.Places;

    public int GeneratedFiles => _generated.Length;

    /// <summary>Milliseconds on the processor of an edit, all in all, and those of them that the generator took and that the analyzer took.</summary>
    public (double Whole, double Generator, double Analyzer) Run(Work work, int edit)
    {
        double start = Now;
        CSharpCompilation program = _edits.Apply(edit);
        double generator = 0;
        double analyzer = 0;
        switch (work)
        {
            case Work.Compiler:
                program.GetDiagnostics();
                break;
            case Work.Baseline:
                analyzer = Analyze(program.AddSyntaxTrees(_generated), new Silent());
                break;
            default:
                Compilation output;
                double before = Now;
                _driver = _driver.RunGeneratorsAndUpdateCompilation(program, out output, out _);
                generator = Now - before;
                analyzer = Analyze(output, work == Work.Both ? new DifferentiableAnalyzer() : new Silent());
                break;
        }

        return (Now - start, generator, analyzer);
    }

    private static double Analyze(Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([analyzer], AnalysisOptions);
        analysis.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return analysis.GetAnalyzerTelemetryInfoAsync(analyzer, default).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds;
    }

    // All work is done on one thread; its time on the processor does not depend on what else the machine does.
    private static double Now => Environment.CpuUsage.TotalTime.TotalMilliseconds;
}

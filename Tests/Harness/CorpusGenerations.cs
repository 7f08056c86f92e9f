using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticAd.Tests.Harness;

/// <summary>The programs of the corpus, each generated and analysed once, whichever tests look at it.</summary>
internal static class CorpusGenerations
{
    private static readonly ConcurrentDictionary<(string Kind, string Program), Lazy<Generation>> Generated = new();
    private static readonly ConcurrentDictionary<(string Kind, string Program, bool Generated), Lazy<Task<ImmutableArray<Diagnostic>>>> Analysed = new();

    /// <summary>A program with its derivatives.</summary>
    public static Generation Of(string kind, string program)
        => Generated.GetOrAdd((kind, program), static key => new(() => Fresh(key.Kind, key.Program))).Value;

    /// <summary>The same, generated anew.</summary>
    public static Generation Fresh(string kind, string program) => Generation.Run(CorpusFile.Read(kind, program), Toolchain.NewGenerator());

    /// <summary>What the analyzer says of a program, with its derivatives or without.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(string kind, string program, bool generated)
        => Analysed.GetOrAdd((kind, program, generated), static key => new(() => Analyse(
            key.Generated ? Of(key.Kind, key.Program).Output : Of(key.Kind, key.Program).Input))).Value;

    // Shared by tests: no single one of them may cancel it.
    private static Task<ImmutableArray<Diagnostic>> Analyse(Compilation compilation)
        => compilation.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
}

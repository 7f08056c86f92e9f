using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Analyzers;
using StaticAd.Generator;

namespace StaticAd.Tests.Harness;

/// <summary>The compiler as a user's project runs it: strict, nullable, without unsafe code.</summary>
internal static class Toolchain
{
    private static readonly IReadOnlyList<MetadataReference> Framework = FrameworkReferences();

    public static CSharpParseOptions ParseOptions { get; } = new(
        LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static CSharpCompilationOptions CompilationOptions { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]);

    public static IIncrementalGenerator NewGenerator() => new DerivativeGenerator();

    public static DiagnosticAnalyzer NewAnalyzer() => new DifferentiableAnalyzer();

    /// <summary>All that speak in the IDE.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> NewAnalyzers() => [NewAnalyzer(), new AliasedBuffersAnalyzer()];

    public static SyntaxTree Parse(string text, string path)
        => CSharpSyntaxTree.ParseText(text, ParseOptions, path, System.Text.Encoding.UTF8);

    public static CSharpCompilation Compile(string name, params IEnumerable<SyntaxTree> trees)
        => CSharpCompilation.Create(name, trees, Framework, CompilationOptions);

    public static CSharpCompilation Compile(CorpusFile file)
        => Compile("Corpus." + file.Name, Parse(file.Text, file.Name + ".cs"));

    /// <summary>One more reference, to an assembly that programs do not use.</summary>
    public static MetadataReference AnotherReference() => MetadataReference.CreateFromFile(typeof(Xunit.Assert).Assembly.Location);

    public static GeneratorDriver NewDriver(IIncrementalGenerator generator, bool trackSteps = false)
        => CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    private static IReadOnlyList<MetadataReference> FrameworkReferences()
    {
        var directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory);
        return [.. framework
            .Append(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location)
            .Append(typeof(DifferentiableAttribute).Assembly.Location)
            .Append(typeof(Toolchain).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}

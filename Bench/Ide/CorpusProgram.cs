using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Ide;

/// <summary>A program of at least so many marked methods, those of the tests' corpus, in many files or in one.</summary>
internal static class CorpusProgram
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>Every so many files of the corpus give the program its methods.</summary>
    private const int Stride = 6;

    public static CSharpCompilation Of(int methods, bool inOneFile)
    {
        string[] files = [.. Files(methods)];
        string[] texts = inOneFile
            ? [string.Concat(files.Select((path, i) => Block(File.ReadAllText(path), i)))]
            : [.. files.Select((path, i) => File.ReadAllText(path).Replace("namespace StaticAd.Corpus;", $"namespace StaticAd.Corpus.Part{i};"))];
        IEnumerable<SyntaxTree> trees = texts.Select((text, i) =>
            CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, $"/program/Part{i}.cs"));
        return CSharpCompilation.Create("Program", trees, References(), new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false));
    }

    public static int MarkedMethods(Compilation compilation) => compilation.SyntaxTrees.Sum(tree => Marked(tree.GetText().ToString()));

    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions);

    private static IEnumerable<string> Files(int methods)
    {
        string root = typeof(CorpusProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string[] all = [.. Directory.GetFiles(Path.Combine(root, "Tests", "Corpus", "Accept"), "*.cs").Order(StringComparer.Ordinal)];
        IEnumerable<string> inTurns = Enumerable.Range(0, Stride).SelectMany(start => all.Where((_, i) => i % Stride == start));
        int found = 0;
        foreach (string path in inTurns)
        {
            if (found >= methods)
            {
                yield break;
            }

            found += Marked(File.ReadAllText(path));
            yield return path;
        }
    }

    private static int Marked(string text) => Regex.Count(text, @"^\s*\[Differentiable", RegexOptions.Multiline);

    /// <summary>A file's text within a namespace of its own, its usings inside.</summary>
    private static string Block(string text, int part)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(text, ParseOptions).GetCompilationUnitRoot();
        var space = (FileScopedNamespaceDeclarationSyntax)unit.Members[0];
        string types = text[space.SemicolonToken.Span.End..];
        return $"namespace StaticAd.Corpus.Part{part}\n{{\n{unit.Usings.ToFullString()}\n{types}\n}}\n";
    }

    private static IEnumerable<MetadataReference> References()
    {
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory)
            .Append(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location)
            .Append(typeof(DifferentiableAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}

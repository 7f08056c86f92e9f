using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>The generator's own sources, and how they are compiled.</summary>
internal static class GeneratorSources
{
    private const string Surrogates = "Surrogates";

    /// <summary>Where derivatives are made: what is mutated.</summary>
    private static readonly string[] Mutated = ["Rules", "Passes", "Families"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static string Root => Path.Combine(Repository.Root, "Generator");

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    public static bool IsMutated(SyntaxTree tree) => Mutated.Any(folder => tree.FilePath.StartsWith($"Generator/{folder}/", StringComparison.Ordinal));

    /// <summary>All files, those of polyfills excepted: the compilation refers to a framework that has what they stand for.</summary>
    public static CSharpCompilation Compilation()
    {
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Folder: Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)[0]))
            .Where(file => file.Folder is not ("Polyfill" or Surrogates or "obj" or "bin"))
            .Concat(Shared())
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => Parse(File.ReadAllText(file.Path), Path.GetRelativePath(Repository.Root, file.Path).Replace('\\', '/')))
            .Select(tree => IsMutated(tree) ? Parse(BlockBodies.In(tree), tree.FilePath) : tree);
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            typeof(DerivativeGenerator).Assembly.GetName().Name,
            [.. trees, Parse(AssemblyText(), "Assembly.cs")],
            platform.Where(path => !Path.GetFileName(path).StartsWith("StaticAd", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static IEnumerable<ResourceDescription> Resources() => Directory.EnumerateFiles(Path.Combine(Root, Surrogates), "*.cs")
        .Select(path => new ResourceDescription($"StaticAd.Surrogates.{Path.GetFileName(path)}", () => File.OpenRead(path), isPublic: true));

    // Files of other projects that the generator is compiled with.
    private static IEnumerable<(string Path, string Folder)> Shared() => XDocument.Load(Path.Combine(Root, "StaticAd.Generator.csproj"))
        .Descendants("Compile").Attributes("Include")
        .Select(file => (Path.GetFullPath(Path.Combine(Root, file.Value)), ""));

    // What the project file says.
    private static string AssemblyText()
    {
        Assembly original = typeof(DerivativeGenerator).Assembly;
        string[] namespaces = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        return string.Concat(namespaces.Select(name => $"global using global::{name};\n"))
            + $"[assembly: System.Reflection.AssemblyVersion(\"{original.GetName().Version}\")]\n"
            + string.Concat(original.GetCustomAttributes<InternalsVisibleToAttribute>()
                .Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend.AssemblyName}\")]\n"));
    }
}

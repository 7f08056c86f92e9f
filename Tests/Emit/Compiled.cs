using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Compiles emitted C# as strictly as a user's project may: all warnings are errors, XML documentation is checked.</summary>
internal static class Compiled
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.") || name is "mscorlib.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Arena).Assembly.Location),
    ];

    /// <summary>The user's part of the type that the methods stand in.</summary>
    private const string UserPart =
        """
        namespace Testing;

        /// <summary>The user's class.</summary>
        public static partial class Model;
        """;

    public static Assembly Load(params IEnumerable<string> sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999);
        string[] texts = [UserPart, .. sources];
        var compilation = CSharpCompilation.Create(
            "Emitted", texts.Select(text => CSharpSyntaxTree.ParseText(text, parse)), References, options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        string[] errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
        Assert.True(result.Success && errors.Length == 0, string.Join("\n", errors.Take(10).Concat(texts.Skip(1).Take(1))));
        image.Position = 0;
        return new AssemblyLoadContext("emitted", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The static method of the only type that has one of this name.</summary>
    public static MethodInfo Method(Assembly assembly, string name) =>
        assembly.GetTypes().Select(type => type.GetMethod(name)).Single(method => method is not null)!;
}

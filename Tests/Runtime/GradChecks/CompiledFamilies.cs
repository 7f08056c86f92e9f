using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Compiles family sources, one class each, without any generator.</summary>
internal static class CompiledFamilies
{
    private static readonly Lazy<MetadataReference[]> s_references = new(() =>
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] paths =
        [
            typeof(object).Assembly.Location,
            Path.Combine(framework, "System.Runtime.dll"),
            Path.Combine(framework, "System.Memory.dll"),
            Path.Combine(framework, "System.Runtime.Numerics.dll"),
            typeof(Tape).Assembly.Location,
        ];
        return [.. paths.Select(static path => MetadataReference.CreateFromFile(path))];
    });

    public static Type[] Compile(params IReadOnlyList<string> bodies)
    {
        IEnumerable<SyntaxTree> trees = bodies.Select(static (body, i) => CSharpSyntaxTree.ParseText(
            $"using System; using StaticAd; public static class Family{i}\n{{\n{body}\n}}"));
        var compilation = CSharpCompilation.Create(
            $"Families{Guid.NewGuid():N}",
            trees,
            s_references.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        Assembly assembly = Assembly.Load(image.ToArray());
        return [.. bodies.Select((_, i) => assembly.GetType($"Family{i}")!)];
    }

    /// <summary>The source with one replacement, at the first place after a member's beginning.</summary>
    public static string Break(string source, string member, string right, string wrong)
    {
        int start = source.IndexOf($" {member}(", StringComparison.Ordinal);
        Assert.True(start >= 0, $"there is no {member}");
        int place = source.IndexOf(right, start, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{member} has no '{right}'");
        return source[..place] + wrong + source[(place + right.Length)..];
    }
}

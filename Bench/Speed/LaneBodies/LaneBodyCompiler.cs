using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticAd.Speed.LaneBodies;

/// <summary>A loop over <paramref name="target"/> that evaluates a body at each position.</summary>
/// <param name="source">At least 8 elements longer than the target.</param>
/// <param name="target">As long as a multiple of the widest vector.</param>
internal delegate void LaneLoop(ReadOnlySpan<double> source, Span<double> target);

/// <summary>Compiles what <see cref="LaneBodySource"/> writes, optimised, and loads it.</summary>
internal sealed class LaneBodyCompiler
{
    private readonly Type _bodies;

    public LaneBodyCompiler(IEnumerable<int> sizes)
    {
        string[] assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            LaneBodySource.ClassName,
            [CSharpSyntaxTree.ParseText(LaneBodySource.Write(sizes))],
            assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
        }

        image.Position = 0;
        _bodies = AssemblyLoadContext.Default.LoadFromStream(image).GetType(LaneBodySource.ClassName, throwOnError: true)!;
    }

    /// <param name="form">A lane type for the generic body, or a vector type for the direct one.</param>
    /// <param name="operators">The number of operators in the body.</param>
    public LaneLoop Loop(string form, int operators) =>
        _bodies.GetMethod(LaneBodySource.MethodName(form, operators))!.CreateDelegate<LaneLoop>();
}

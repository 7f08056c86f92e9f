using System.Reflection;
using System.Runtime.Loader;
using Xunit;

namespace StaticAd.Tests.Harness;

/// <summary>A program of a test's own with its derivatives, compiled without a warning and loaded.</summary>
internal static class CompiledProgram
{
    public static Assembly Load(string source)
    {
        Generation generation = Generation.Run(Toolchain.Compile("Program", Toolchain.Parse(source, "Program.cs")), Toolchain.NewGenerator());
        Verdict.None(generation.Complaints());
        using var image = new MemoryStream();
        var result = generation.Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("program", isCollectible: true).LoadFromStream(image);
    }
}

using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>All ways in which C# lets one write the attribute.</summary>
[Trait("Needs", "CompilerOnly")]
public class MarkSpellingTests
{
    private const string Alias = "Grad = StaticAd.DifferentiableAttribute;\n";

    [Theory]
    [InlineData("using StaticAd;\n", "[Differentiable]")]
    [InlineData("using StaticAd;\n", "[DifferentiableAttribute]")]
    [InlineData("using StaticAd;\n", "[@DifferentiableAttribute]")]
    [InlineData("using StaticAd;\n", "[method: Differentiable]")]
    [InlineData("using StaticAd;\n", "[Differenti\\u0061ble]")]
    [InlineData("using StaticAd;\n", "[Obsolete, Differentiable]")]
    [InlineData("", "[StaticAd.Differentiable]")]
    [InlineData("", "[global::StaticAd.Differentiable]")]
    [InlineData("using " + Alias, "[Grad]")]
    [InlineData("using Ad = StaticAd;\n", "[Ad::Differentiable]")]
    [InlineData("using Ad = StaticAd;\n", "[Ad.Differentiable]")]
    public void InOneFile(string usings, string mark) => Assert.NotEmpty(Generated(Program(usings, mark)));

    [Theory]
    [InlineData("global using " + Alias, "[Grad]")]
    [InlineData("global using StaticAd;\n", "[Differentiable]")]
    [InlineData("global using " + Alias, "[GradAttribute]", 0)]
    public void ForAllFiles(string usings, string mark, int files = 1) => Assert.Equal(files, Generated(Program("", mark), usings).Length);

    [Theory]
    [InlineData("using StaticAd;\nusing Differentiable = System.ObsoleteAttribute;\n", "[Differentiable]")]
    [InlineData("using StaticAd;\n", "[Obsolete(\"Differentiable\")]")]
    [InlineData("using StaticAd;\n", "[Obsolete] /* [Differentiable] */")]
    public void OthersAreNone(string usings, string mark) => Assert.Empty(Generated(Program(usings, mark)));

    [Theory]
    [InlineData("[Differentiable] public static partial double F(double x); public static partial double F(double x) => x * x;")]
    [InlineData("public static partial double F(double x); [Differentiable] public static partial double F(double x) => x * x;")]
    [InlineData("[Differentiable] public static partial double F(double x); [Obsolete] public static partial double F(double x) => x * x;")]
    [InlineData("[Obsolete] public static partial double F(double x); [Differentiable] public static partial double F(double x) => x * x;")]
    public void APartialMethodIsOne(string members)
    {
        Generation generation = Run($"using System;\nusing StaticAd;\npublic static partial class Model {{ {members} }}");
        Assert.True(generation.Result.GeneratedSources.Length <= 1);
    }

    private static string Program(string usings, string mark) =>
        $"{usings}namespace Sample\n{{\n    using System;\n\n    public static partial class Model\n    {{\n        {mark}\n        public static double F(double x) => x * x;\n    }}\n}}\n";

    private static string[] Generated(params string[] files) => [.. Run(files).Result.GeneratedSources.Select(static source => source.HintName)];

    private static Generation Run(params string[] files) => Generation.Run(
        Toolchain.Compile("Program", [.. files.Select(static (text, i) => Toolchain.Parse(text, $"File{i}.cs"))]), Toolchain.NewGenerator());
}

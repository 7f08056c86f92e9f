using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>Rules that a library declares serve the programs that reference it, as an image or as a project.</summary>
[Trait("Needs", "CompilerOnly")]
public class ReferencedRuleTests
{
    private const string Library = """
        using StaticAd;

        namespace Lib;

        public static class Functions
        {
            public static double Gain(double x) => System.BitConverter.Int64BitsToDouble(System.BitConverter.DoubleToInt64Bits(x));

            public static class Nested
            {
                [DerivativeOf(typeof(Functions), nameof(Gain), Mode = DerivativeMode.Jvp)]
                ACCESS static double GainJvp(double x, double xDot, out double resultDot)
                {
                    resultDot = xDot;
                    return x;
                }
            }
        }
        """;

    private const string Program = """
        using StaticAd;

        public static partial class Model
        {
            [Differentiable]
            public static double F(double x) => x * Lib.Functions.Gain(x);
        }
        """;

    [Theory]
    [InlineData("public", true, true)]
    [InlineData("public", false, true)]
    [InlineData("internal", true, false)]
    [InlineData("internal", false, false)]
    public void RulesOfAReferenceServe(string access, bool asImage, bool serves)
    {
        CSharpCompilation library = Toolchain.Compile("Lib", Toolchain.Parse(Library.Replace("ACCESS", access, StringComparison.Ordinal), "Lib.cs"));
        MetadataReference reference = asImage ? Image(library) : library.ToMetadataReference();
        CSharpCompilation program = Toolchain.Compile("Program", Toolchain.Parse(Program, "Program.cs")).AddReferences(reference);
        CheckResult check = Check(program);
        Assert.Equal(serves, check.Model is not null);
        Assert.Equal(serves ? [] : ["SAD0020"], check.Diagnostics.Select(diagnostic => diagnostic.Id));
        if (serves)
        {
            Assert.Contains("Lib.Functions.Nested.GainJvp", DerivativeCompiler.Generate(check.Model!).Text, StringComparison.Ordinal);
            Assert.Equal(check.Model, Check(program.AddSyntaxTrees(Toolchain.Parse("// Another file.", "Other.cs"))).Model);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ARuleOfAReferenceThatDoesNotFitIsSaidAtTheCall(bool asImage)
    {
        string unfit = Library.Replace("ACCESS", "public", StringComparison.Ordinal).Replace("double xDot", "float xDot", StringComparison.Ordinal);
        CSharpCompilation library = Toolchain.Compile("Lib", Toolchain.Parse(unfit, "Lib.cs"));
        MetadataReference reference = asImage ? Image(library) : library.ToMetadataReference();
        CSharpCompilation program = Toolchain.Compile("Program", Toolchain.Parse(Program, "Program.cs")).AddReferences(reference);
        Diagnostic said = Assert.Single(Check(program).Diagnostics).ToDiagnostic(program);
        Assert.Equal("Program.cs", said.Location.GetLineSpan().Path);
    }

    [Fact]
    public void TheProgramsOwnRuleStandsBeforeThatOfAReference()
    {
        const string Own = """
            using StaticAd;

            public static class Own
            {
                [DerivativeOf(typeof(Lib.Functions), "Gain", Mode = DerivativeMode.Vjp)]
                internal static double Mine(double x, double resultBar, out double dx)
                {
                    dx = resultBar;
                    return x;
                }
            }
            """;
        CSharpCompilation library = Toolchain.Compile("Lib", Toolchain.Parse(Library.Replace("ACCESS", "public", StringComparison.Ordinal), "Lib.cs"));
        CSharpCompilation program = Toolchain.Compile("Program", Toolchain.Parse(Program, "Program.cs"), Toolchain.Parse(Own, "Own.cs")).AddReferences(Image(library));
        string text = DerivativeCompiler.Generate(Check(program).Model!).Text!;
        Assert.Contains("Own.Mine", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GainJvp", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void WhatWasGeneratedForAMarkedMethodOfAReferenceServes(bool asImage, bool isGenerated)
    {
        const string Marked = """
            using StaticAd;

            namespace Lib;

            public static partial class Functions
            {
                [Differentiable(Name = "Amplification")]
                public static double Gain(double x) => x * x * x;
            }
            """;
        Generation generation = Generation.Run(Toolchain.Compile("Lib", Toolchain.Parse(Marked, "Lib.cs")), Toolchain.NewGenerator());
        var library = (CSharpCompilation)(isGenerated ? generation.Output : generation.Input);
        MetadataReference reference = asImage ? Image(library) : library.ToMetadataReference();
        CheckResult check = Check(Toolchain.Compile("Program", Toolchain.Parse(Program, "Program.cs")).AddReferences(reference));
        Assert.Equal(isGenerated ? [] : ["SAD0020"], check.Diagnostics.Select(diagnostic => diagnostic.Id));
        if (isGenerated)
        {
            string text = DerivativeCompiler.Generate(check.Model!).Text!;
            Assert.Contains("Lib.Functions.AmplificationVjp(", text, StringComparison.Ordinal);
            Assert.Contains("Lib.Functions.AmplificationJvp(", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatWasGeneratedForAGenericMethodOfAReferenceServesForEachType(bool asImage)
    {
        const string Marked = """
            using StaticAd;

            namespace Lib;

            public static partial class Functions
            {
                [Differentiable]
                public static T Gain<T>(T x) where T : System.Numerics.INumber<T> => x * x * x;
            }
            """;
        const string Caller = """
            using StaticAd;

            public static partial class Model
            {
                [Differentiable]
                public static T F<T>(T x, float y) where T : System.Numerics.INumber<T> => Lib.Functions.Gain(x) * T.CreateChecked(Lib.Functions.Gain(y));
            }
            """;
        Generation generation = Generation.Run(Toolchain.Compile("Lib", Toolchain.Parse(Marked, "Lib.cs")), Toolchain.NewGenerator());
        MetadataReference reference = asImage ? Image(generation.Output) : generation.Output.ToMetadataReference();
        Generation program = Generation.Run(Toolchain.Compile("Program", Toolchain.Parse(Caller, "Program.cs")).AddReferences(reference), Toolchain.NewGenerator());
        Verdict.None(program.Complaints());
        Assert.Contains("Lib.Functions.GainVjp(", program.GeneratedText(), StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectsThatAreCompiledAtTheSameTimeGetTheirOwnRules()
    {
        static string Source(string method) =>
            $"namespace Lib; public static partial class Functions {{ [StaticAd.Differentiable] public static double {method}(double x) => x * x * x; }}";
        (string Method, CSharpCompilation Program)[] projects = [.. new[] { "Gain", "Loss" }.Select(method =>
        {
            Generation library = Generation.Run(Toolchain.Compile("Lib", Toolchain.Parse(Source(method), "Lib.cs")), Toolchain.NewGenerator());
            return (method, Toolchain.Compile("Program", Toolchain.Parse("public static class Model;", "Program.cs")).AddReferences(Image(library.Output)));
        })];
        Parallel.For(0, 200, i =>
        {
            (string method, CSharpCompilation program) = projects[i % 2];
            IMethodSymbol called = program.GetTypeByMetadataName("Lib.Functions")!.GetMembers(method).OfType<IMethodSymbol>().Single();
            Assert.NotNull(Generator.Frontend.ReferencedRules.In(program, CancellationToken.None).Find(called));
        });
    }

    private static PortableExecutableReference Image(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CheckResult Check(CSharpCompilation program)
    {
        IMethodSymbol method = program.GetTypeByMetadataName("Model")!.GetMembers("F").OfType<IMethodSymbol>().Single();
        return DerivativeCompiler.Check(method, program, TestContext.Current.CancellationToken);
    }
}

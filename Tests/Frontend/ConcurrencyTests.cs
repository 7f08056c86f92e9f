using StaticAd.Generator;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>The hosts check many methods, and many projects, at the same time.</summary>
[Trait("Needs", "CompilerOnly")]
public class ConcurrencyTests
{
    [Theory]
    [InlineData("Numerics")]
    [InlineData("NestedScalars")]
    [InlineData("Rules")]
    public void ConcurrentChecksAgree(string program)
    {
        var file = CorpusFile.Read(CorpusFile.Accept, program);
        var texts = new string[16];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = texts.Length }, run =>
        {
            // References that differ in nothing but identity keep what is remembered of one project from serving another.
            var compilation = Toolchain.Compile(file).AddReferences(run % 2 == 0 ? [] : [Toolchain.AnotherReference()]);
            texts[run] = Generation.Run(compilation, new DerivativeGenerator()).GeneratedText();
        });
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    [Fact]
    public async Task MethodsOfOneCompilationMayBeCheckedAtOnce()
    {
        var compilation = Toolchain.Compile(CorpusFile.Read(CorpusFile.Accept, "NestedScalars"));
        var marked = MarkedMethod.In(compilation, compilation.SyntaxTrees[0]);
        var checks = await Task.WhenAll(marked.Select(method => Task.Run(
            () => DerivativeCompiler.Check(method.Symbol, compilation, CancellationToken.None))));
        Assert.All(checks, check => Assert.NotNull(check.Model));
    }
}

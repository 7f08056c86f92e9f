using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>What generated text leaves out, because it would only cost time or memory: derivatives are right with it, too.</summary>
[Trait("Needs", "CompilerOnly")]
public class LeftOutTests
{
    /// <summary>A budget holds for one call, and there are as many as the recursion is deep (docs/recursion.md).</summary>
    [Fact]
    public void BudgetsInRecursion()
    {
        MethodDeclarationSyntax[] levels = [.. Toolchain.Parse(TextOf("NestedRecursion"), "NestedRecursion.cs").GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.Text.Contains("RecursionOfBudgeted", StringComparison.Ordinal))];
        Assert.NotEmpty(levels);
        Assert.All(levels, level => Assert.DoesNotContain("Checkpoints.", level.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void LeavesThatKeepTheirValues()
    {
        string text = TextOf("StructBuffers");
        Assert.Contains("sites[i].Y *= 2;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sites[i].X = sites[i].X", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{ X = sites[i].X, Y = 2 * sites[i].Y", text, StringComparison.Ordinal);
    }

    /// <summary>What chooses one of its arguments, or makes a number whole, gives a <c>Half</c> where it gets one.</summary>
    [Theory]
    [InlineData("Half.Abs(x) * y")]
    [InlineData("Half.CopySign(x, y) * y")]
    [InlineData("Half.Clamp(x, (Half)(-1), (Half)1) * y")]
    [InlineData("Half.Max(x, y) * y")]
    [InlineData("Half.Min(x, y) * y")]
    [InlineData("Half.MaxMagnitude(x, y) * y")]
    [InlineData("Half.MinMagnitude(x, y) * y")]
    [InlineData("Half.MaxNumber(x, y) * y")]
    [InlineData("Half.MinNumber(x, y) * y")]
    [InlineData("Half.Floor(x) * y")]
    [InlineData("Half.Ceiling(x) * y")]
    [InlineData("Half.Truncate(x) * y")]
    [InlineData("Half.Round(x) * y")]
    public void RoundingOfHalves(string product)
    {
        string program = $$"""
            using System;
            using StaticAd;

            public static partial class Program
            {
                [Differentiable]
                public static Half Product(Half x, Half y) => {{product}};
            }
            """;
        string text = Generation.Run(Toolchain.Compile("Halves", [Toolchain.Parse(program, "Halves.cs")]), Toolchain.NewGenerator()).GeneratedText();
        Assert.Contains("ProductVjp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ToHalf", text, StringComparison.Ordinal);
    }

    private static string TextOf(string program) => Generation.Run(CorpusFile.Read(CorpusFile.Accept, program), Toolchain.NewGenerator()).GeneratedText();
}

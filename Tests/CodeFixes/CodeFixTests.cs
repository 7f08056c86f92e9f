using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.CodeFixes;

/// <summary>Each mend changes the text as it says, its diagnostic is gone afterwards, and the method has derivatives.</summary>
[Trait("Needs", "CompilerOnly")]
public class CodeFixTests
{
    public static TheoryData<string, string, string> Mends
    {
        get
        {
            TheoryData<string, string, string> table = [];
            foreach (FixedProgram program in FixedPrograms.All)
            {
                table.Add(program.Title, program.Before, program.After);
            }

            return table;
        }
    }

    public static TheoryData<string, string> Loops
    {
        get
        {
            TheoryData<string, string> table = [];
            foreach (FixedProgram program in FixedPrograms.All.Where(program => program.Title.EndsWith("into a loop", StringComparison.Ordinal)))
            {
                table.Add(program.Title, program.Before);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Mends))]
    public async Task TheTextIsMendedAndDifferentiates(string title, string before, string after)
    {
        MendedProgram program = MendedProgram.Of(before);
        MendedProgram mended = await program.Take((await program.Diagnostics())[0], title);
        Assert.Equal(after, await mended.Text(), ignoreLineEndingDifferences: true);
        Assert.Empty(await mended.Diagnostics());
        AllHaveDerivatives(await mended.Generated());
    }

    [Theory]
    [MemberData(nameof(Mends))]
    public async Task AllOfAKindAreMendedAtOnce(string title, string before, string after)
    {
        MendedProgram program = MendedProgram.Of(before);
        if ((await program.Diagnostics()).Length == 1)
        {
            Assert.Equal(after, await (await program.TakeForAll(title)).Text(), ignoreLineEndingDifferences: true);
        }
    }

    [Fact]
    public async Task EveryFixIsTested()
    {
        HashSet<Type> taken = [typeof(StaticAd.CodeFixes.MarkCalleeFix)];
        foreach (FixedProgram fixedProgram in FixedPrograms.All)
        {
            MendedProgram program = MendedProgram.Of(fixedProgram.Before);
            taken.UnionWith((await program.Offers((await program.Diagnostics())[0])).Select(offer => offer.Provider.GetType()));
        }

        Assert.Equal(MendedProgram.Providers.Select(provider => provider.GetType().Name), taken.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AMethodOfAnotherProjectIsMarkedThere()
    {
        MendedProgram program = MendedProgram.Of(
            "public static class Library\n{\n    /// <summary>A gain.</summary>\n    public static double Gain(double x) => x * x;\n}\n",
            FixedPrograms.Model("[Differentiable]\n    public static double F(double x) => x * Library.Gain(x);"));
        MendedProgram mended = await program.Take((await program.Diagnostics())[0], "Mark 'Gain' as [Differentiable]");
        Assert.Equal(
            "public static partial class Library\n{\n    /// <summary>A gain.</summary>\n    [StaticAd.Differentiable]\n    public static double Gain(double x) => x * x;\n}\n",
            await mended.Text("Library"), ignoreLineEndingDifferences: true);
        AllHaveDerivatives(await mended.Generated());
    }

    /// <summary>A loop computes what the query did, and its gradient is right.</summary>
    [Theory]
    [MemberData(nameof(Loops))]
    public async Task LoopsComputeWhatTheQueriesDid(string title, string before)
    {
        MendedProgram program = MendedProgram.Of(before);
        CSharpCompilation mended = await (await program.Take((await program.Diagnostics())[0], title)).Generated();
        Type model = MendedMethods.Model(mended);
        MethodInfo query = MendedMethods.Model(await program.Generated()).GetMethod("F")!;
        object[] arguments = MendedMethods.Arguments(query);
        Assert.Equal(query.Invoke(null, arguments), model.GetMethod("F")!.Invoke(null, arguments));
        GradCheck.Method(model, "F", arguments).ThrowIfFailed();
    }

    [Theory]
    [InlineData("double F(double[] xs, int n) => xs.Length > 2 ? xs.Where(x => x > n--).Sum() : 0")]
    [InlineData("double F(double[] xs, int n) => n * xs.Where(x => x > n--).Sum()")]
    [InlineData("double F(double[] xs, int n) { double y = 0; while (y < xs.Where(x => x > n--).Sum()) { y += xs[0]; } return y; }")]
    [InlineData("double F(double x) => x * (System.DateTime.Now.Ticks > 0 ? 1 : 2)")]
    [InlineData("double F(double x) => x * System.BitConverter.DoubleToInt64Bits(x)")]
    [InlineData("double F(double x) => x * s_scale; private static double s_scale = 2; public static void Set() => s_scale = 3")]
    [InlineData("double F(double x) { object y = x; return (double)y; }")]
    public async Task WhatIsNotMechanicalIsNotOffered(string member)
    {
        MendedProgram program = MendedProgram.Of(FixedPrograms.Model($"[Differentiable]\n    public static {member};"));
        foreach (Diagnostic diagnostic in await program.Diagnostics())
        {
            Assert.Empty(await program.Offers(diagnostic));
        }
    }

    private static void AllHaveDerivatives(CSharpCompilation generated)
    {
        Assert.DoesNotContain(generated.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        SyntaxTree own = generated.SyntaxTrees.First();
        Assert.All(MarkedMethod.In(generated, own), method => Assert.True(method.HasDerivative, method.DisplayName));
    }
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>The generator writes, in Debug builds, what tells a check which branches its points took.</summary>
[Trait("Needs", "CompilerOnly")]
public class GeneratedBranchTests
{
    private const string Source = """
        using System;
        using StaticAd;

        namespace Sample;

        public static partial class Pricing
        {
            [Differentiable]
            public static double Payoff(double x, double strike, int kind)
            {
                double value = 0;
                // A comment.
                if (x > strike)
                {
                    value = x - strike;
                }
                else if (kind == 7)
                    value = 1;

                for (int i = 0; i < kind; i++)
                {
                    value *= x;
                }

                switch (kind)
                {
                    case 1:
                    case 2:
                        value += x;
                        break;
                }

                return value + (kind switch { 0 => x, > 5 when strike > 2 => 2 * x, _ => strike > 1 ? 3 * x : 4 * x });
            }

            [Differentiable]
            public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

            [Differentiable]
            public static double Assigning(double x, double floor, int n)
            {
                double above = floor is > 0 and var least && x > least ? x - least : 0;
                double below = !(Half(n, out int rest) && rest is > 0 and var positive) ? x : x * positive;
                int last;
                double sum = n > 2 && (last = n - 1) > 0 ? x * last : above;
                return floor is not (> 0 and var other) ? sum + below : sum * other * below;
            }

            private static bool Half(int n, out int half) => (half = n / 2) * 2 == n;

            [Differentiable]
            public static double Smooth(double x) => x * x;
        }
        """;

    private static readonly Lazy<Type> s_debug = new(() => Load(OptimizationLevel.Debug));

    private static readonly Lazy<Type> s_release = new(() => Load(OptimizationLevel.Release));

    [Fact]
    public void Branches_are_named_with_their_lines()
    {
        GradCheckReport report = GradCheck.Method(s_debug.Value, "Payoff", 1.5, 0.5, 2);
        report.ThrowIfFailed();
        Assert.Equal(
            [
                "`x > strike` true (Pricing.cs:13): 1",
                "`x > strike` false (Pricing.cs:13): 0",
                "`kind == 7` true (Pricing.cs:17): 0",
                "`kind == 7` false (Pricing.cs:17): 0",
                "`for (i < kind)` (Pricing.cs:20): 2",
                "`case 1: case 2:` (Pricing.cs:27): 1",
                "no case of `kind` (Pricing.cs:25): 0",
                "`0` (Pricing.cs:33): 0",
                "`> 5 when strike > 2` (Pricing.cs:33): 0",
                "`_` (Pricing.cs:33): 1",
                "`strike > 1` true (Pricing.cs:33): 0",
                "`strike > 1` false (Pricing.cs:33): 1",
            ],
            report.Branches!.All.Select(static branch => $"{branch}: {branch.Count}"));
        Assert.Contains("branches: 5 of 12 taken; never: `x > strike` false (Pricing.cs:13), `kind == 7` true", report.ToString());
    }

    [Fact]
    public void Points_count_together()
    {
        object[][] points = [[1.5, 0.5, 2], [0.5, 1.5, 7], [0.5, 2.5, 6], [0.5, 2.5, 0]];
        GradCheckReport[] reports = [.. points.Select(static point => GradCheck.Method(s_debug.Value, "Payoff", point))];
        GradCheckBranches together = Assert.Single(GradCheckBranches.Of(reports));
        Assert.Empty(together.Never);
        Assert.Equal("12 of 12 taken", together.ToString());
    }

    /// <summary>Conditions that assign what is read where they hold, and where they do not.</summary>
    [Fact]
    public void Conditions_that_assign_count_too()
    {
        object[][] points = [[2.0, 1.0, 4], [2.0, -1.0, 3], [0.5, 1.0, 1]];
        GradCheckReport[] reports = [.. points.Select(static point => GradCheck.Method(s_debug.Value, "Assigning", point))];
        GradCheckBranches together = Assert.Single(GradCheckBranches.Of(reports));
        Assert.Equal(8, together.All.Count);
        Assert.Empty(together.Never);
    }

    [Fact]
    public void A_method_that_calls_itself_counts_all_its_levels()
    {
        GradCheckReport report = GradCheck.Method(s_debug.Value, "Power", 1.5, 3);
        Assert.Equal([1, 3], report.Branches!.All.Select(static branch => branch.Count));
    }

    [Fact]
    public void A_whole_assembly_says_what_no_point_took()
    {
        string text = GradCheck.Assembly(s_debug.Value.Assembly).ToString();
        Assert.Contains("branches of Pricing.Payoff: ", text);
        Assert.DoesNotContain("branches of Pricing.Smooth", text);
    }

    [Fact]
    public void Release_builds_have_none_and_say_so()
    {
        GradCheckReport report = GradCheck.Method(s_release.Value, "Payoff", 1.5, 0.5, 2);
        Assert.Null(report.Branches);
        Assert.Contains("Branches are recorded in Debug builds only.", report.Notes);
        Assert.DoesNotContain(s_release.Value.GetMembers(BindingFlags.NonPublic | BindingFlags.Static), static member => member.Name.EndsWith("Branches"));
        Assert.Null(GradCheck.Method(s_debug.Value, "Smooth", 1.5).Branches);
        Assert.DoesNotContain(GradCheck.Method(s_debug.Value, "Smooth", 1.5).Notes, static note => note.Contains("Debug"));
    }

    /// <summary>An edit elsewhere in the file moves the lines, and must not make the copy another one.</summary>
    [Fact]
    public void Lines_above_leave_the_copy_as_it_is()
    {
        string Copies(string source) => CopiesIn(Toolchain.Parse(source, "/src/Pricing.cs"));

        string before = Copies(Source);
        Assert.Contains("PayoffBranches(", before);
        Assert.Equal(before, Copies(Source.Replace("public static partial class", "// One line more.\n\npublic static partial class")));
    }

    /// <summary>The file of the method is the same object before and after; only another part of its type is edited.</summary>
    [Fact]
    public void A_name_that_another_part_takes_is_given_up()
    {
        SyntaxTree file = Toolchain.Parse(Source, "/src/Pricing.cs");
        SyntaxTree Part(string member) => Toolchain.Parse($"namespace Sample; public static partial class Pricing {{ {member} }}", "/src/Other.cs");
        Assert.Contains(" PayoffBranches(", CopiesIn(file, Part("")));
        Assert.Contains(" PayoffBranches_(", CopiesIn(file, Part("public const int PayoffBranches = 1;")));
    }

    private static string CopiesIn(params SyntaxTree[] trees) => string.Concat(Generate(trees, OptimizationLevel.Debug).Result.GeneratedSources
        .Where(static file => file.HintName.EndsWith(".Branches.g.cs", StringComparison.Ordinal)).Select(static file => file.SourceText.ToString()));

    public static TheoryData<string> Programs => [.. CorpusFile.Names(CorpusFile.Accept)];

    /// <summary>The copies of everything that can be differentiated are valid C#.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_accepted_program_compiles_in_Debug(string name) => Verdict.None(Generate(
        Toolchain.Parse(CorpusFile.Read(CorpusFile.Accept, name).Text, name + ".cs"), OptimizationLevel.Debug).Complaints());

    private static Generation Generate(SyntaxTree tree, OptimizationLevel level) => Generate([tree], level);

    private static Generation Generate(SyntaxTree[] trees, OptimizationLevel level)
    {
        CSharpCompilation compilation = Toolchain.Compile("Program", trees);
        return Generation.Run(compilation.WithOptions(compilation.Options.WithOptimizationLevel(level)), Toolchain.NewGenerator());
    }

    private static Type Load(OptimizationLevel level)
    {
        Generation generation = Generate(Toolchain.Parse(Source, "/src/Pricing.cs"), level);
        Verdict.None(generation.Complaints());
        using var image = new MemoryStream();
        Assert.True(generation.Output.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext("branches", isCollectible: true).LoadFromStream(image).GetType("Sample.Pricing", true)!;
    }
}

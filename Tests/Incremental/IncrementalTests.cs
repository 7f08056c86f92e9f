using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Incremental;

/// <summary>
/// What an edit makes the generator do again: nothing, if it does not concern a marked method; and after every edit the same
/// text as a generator that starts afresh.
/// </summary>
[Trait("Needs", "CompilerOnly")]
public class IncrementalTests
{
    private const string ModelPath = "Model.cs";
    private const string OtherPath = "Other.cs";

    private const string Model = """
        using System;
        using StaticAd;

        namespace Sample;

        public static partial class Model
        {
            private const double Scale = 0.5;

            [Differentiable]
            public static double Energy(double x, double y) => Constants.Stiffness * Helper(x, y) * x + Scale;

            [Differentiable]
            public static double Helper(double x, double y) => x * y;

            [Differentiable]
            public static T Generic<T>(T x, T y) where T : System.Numerics.INumber<T> => Halved(x) * y;

            private static T Halved<T>(T x) where T : System.Numerics.INumber<T> => x / T.CreateChecked(2);

            public static string Describe() => "plain";
        }
        """;

    private const string Other = """
        namespace Sample;

        internal static class Constants
        {
            public const double Stiffness = 2;

            public static int Unrelated() => 1;
        }
        """;

    public static TheoryData<string, string, string> UnrelatedEdits => new()
    {
        { ModelPath, "public static string Describe", "// A comment.\n    public static string Describe" },
        { ModelPath, "\"plain\"", "\"changed\"" },
        { ModelPath, "public static string Describe", "public static int Added() => 3;\n\n    public static string Describe" },
        { ModelPath, "namespace Sample;", "// Moves every line below.\n\n\nnamespace Sample;" },
        { OtherPath, "=> 1;", "=> 2;" },
        { OtherPath, "public static int Unrelated", "public static double Another(double x) => x;\n\n    public static int Unrelated" },
    };

    public static TheoryData<string, string, string> RelatedEdits => new()
    {
        { ModelPath, "=> x * y;", "=> x + Math.Sin(y);" },
        { ModelPath, "=> x * y;", "=> y;" },
        { ModelPath, "* x + Scale", "* y * x" },
        { ModelPath, "Helper(double x, double y)", "Helper(double x, [NoDerivative] double y)" },
        { ModelPath, "double Helper(double x, double y) => x * y", "double Helper(double u, double v) => u * v" },
        { ModelPath, "partial class Model", "partial class Renamed" },
        { ModelPath, "namespace Sample;", "namespace Sample.Deeper;" },
        { ModelPath, "public static double Energy", "internal static double Energy" },
        { ModelPath, "[Differentiable]\n    public static double Energy", "[Differentiable(Batch = true)]\n    public static double Energy" },
        { ModelPath, "[Differentiable]\n    public static double Energy", "public static double Energy" },
        { ModelPath, "=> Halved(x) * y", "=> Halved(x)" },
        { ModelPath, "=> x / T.CreateChecked(2)", "=> x * x" },
        { ModelPath, "Generic<T>(T x, T y) where T : System.Numerics.INumber<T>", "Generic<T>(T x, T y) where T : System.Numerics.INumber<T>, IConvertible" },
        { ModelPath, "Generic<T>(T x, T y) where T :", "Generic<T>(T x, T y) where T : struct," },
        { ModelPath, "Generic<T>(T x, T y)", "Generic<T>(T x, [NoDerivative] T y)" },
    };

    /// <summary>A constant may stand in the generated text by value or by name: whether that changes is the emitter's affair.</summary>
    public static TheoryData<string, string, string> EditsOfConstants => new()
    {
        { ModelPath, "Scale = 0.5", "Scale = 0.25" },
        { OtherPath, "Stiffness = 2", "Stiffness = 3" },
    };

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void AnUnrelatedEditRunsNoPassAgain(string path, string before, string after)
    {
        var start = Compilation();
        var driver = Toolchain.NewDriver(Toolchain.NewGenerator(), trackSteps: true).RunGenerators(start, Token);
        var result = driver.RunGenerators(Edit(start, path, before, after), Token).GetRunResult().Results.Single();

        var tracked = TrackedNames().Where(result.TrackedSteps.ContainsKey).ToArray();
        Assert.NotEmpty(tracked);
        foreach (var name in tracked)
        {
            Assert.All(Reasons(result.TrackedSteps[name]), reason => Assert.True(
                reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"step '{name}' was {reason}"));
        }

        var outputs = result.TrackedOutputSteps.SelectMany(step => Reasons(step.Value)).ToArray();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    [MemberData(nameof(RelatedEdits))]
    [MemberData(nameof(EditsOfConstants))]
    public void AfterAnEditTheTextIsThatOfAFreshRun(string path, string before, string after)
    {
        var start = Compilation();
        var edited = Edit(start, path, before, after);
        var driver = Toolchain.NewDriver(Toolchain.NewGenerator()).RunGenerators(start, Token);
        Assert.Equal(Text(edited, null), Text(edited, driver));

        // And back: nothing of the edit stays behind.
        Assert.Equal(Text(start, null), Text(start, driver.RunGenerators(edited, Token)));
    }

    [Theory]
    [MemberData(nameof(RelatedEdits))]
    public void ARelatedEditChangesTheText(string path, string before, string after)
    {
        var start = Compilation();
        Assert.NotEqual(Text(start, null), Text(Edit(start, path, before, after), null));
    }

    [Fact]
    public void EditingAHelperRunsItsCallersAgain()
    {
        // The helper's result stops depending on x, which its caller's derivative shows.
        var start = Compilation();
        var edited = Edit(start, ModelPath, "=> x * y;", "=> y;");
        var driver = Toolchain.NewDriver(Toolchain.NewGenerator(), trackSteps: true).RunGenerators(start, Token);
        var result = driver.RunGenerators(edited, Token).GetRunResult().Results.Single();
        Assert.Contains(
            result.TrackedOutputSteps.SelectMany(step => Reasons(step.Value)),
            reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(Text(edited, null), Text(edited, driver));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CSharpCompilation Compilation()
        => Toolchain.Compile("Sample", Toolchain.Parse(Model, ModelPath), Toolchain.Parse(Other, OtherPath));

    private static CSharpCompilation Edit(CSharpCompilation compilation, string path, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        var text = tree.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        var edited = Microsoft.CodeAnalysis.Text.SourceText.From(
            text.Replace(before, after, StringComparison.Ordinal), System.Text.Encoding.UTF8);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(edited));
    }

    private static string Text(CSharpCompilation compilation, GeneratorDriver? driver)
    {
        driver ??= Toolchain.NewDriver(Toolchain.NewGenerator());
        var result = driver.RunGenerators(compilation, Token).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return string.Join('\n', result.GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"{source.HintName}\n{source.SourceText}"));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps)
        => steps.SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<string> TrackedNames()
        => typeof(TrackingNames)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
}

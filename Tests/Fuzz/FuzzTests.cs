using System.Globalization;
using System.Text.RegularExpressions;
using StaticAd.Tests.Fuzz.Checks;
using StaticAd.Tests.Fuzz.Programs;
using StaticAd.Tests.Fuzz.Syntax;
using Xunit;

namespace StaticAd.Tests.Fuzz;

/// <summary>Programs that nobody has thought of: their derivatives in all modes, against dual numbers.</summary>
[Trait("Needs", "CompilerOnly")]
public sealed partial class FuzzTests(ITestOutputHelper output)
{
    private const string SeedVariable = "STATICAD_FUZZ_SEED";
    private const string CountVariable = "STATICAD_FUZZ_PROGRAMS";
    private const string FirstVariable = "STATICAD_FUZZ_FIRST";
    private const string LogVariable = "STATICAD_FUZZ_LOG";
    private const int Programs = 2000;
    private const double MostUseless = 0.05;

    [Fact]
    public void FreshProgramsHaveRightDerivatives()
    {
        // Other programs every day; on one day they are the same for everybody, so that what one run finds the next can show to be mended.
        string seed = Variable(SeedVariable) ?? DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var run = new FuzzRun(ulong.Parse(seed, CultureInfo.InvariantCulture), Variable(LogVariable));
        run.Check(Number(CountVariable, Programs), Number(FirstVariable, 0));
        output.WriteLine(run.Statistics());
        Assert.False(run.HasFailures, run.HasFailures ? run.Statistics() + run.Faults() : "");
        Assert.True(run.Useless <= MostUseless, run.Useless > MostUseless ? run.Statistics() + run.Faults() : "");
    }

    [Fact]
    public void TheSameSeedGivesTheSamePrograms()
    {
        static string Text(ulong seed, int number) => ProgramText.Of(new ProgramGen().Numbered(seed, number), "Same");
        Assert.Equal(Text(5, 17), Text(5, 17));
        Assert.NotEqual(Text(5, 17), Text(5, 18));
        Assert.NotEqual(Text(5, 17), Text(6, 17));
    }

    /// <summary>A sign is flipped in each <c>FVjp</c>: that must be found, and made small.</summary>
    [Fact]
    public void FlippedSignsAreFoundAndMadeSmall()
    {
        FuzzProgram[] programs = [.. Enumerable.Range(0, 12).Select(number => new ProgramGen().Numbered(7, number))];
        Outcome[] failures = [.. FuzzBatch.Run(programs, FlipSign).Where(outcome => outcome.Fate == Fate.Failed)];
        Assert.True(failures.Length >= 6, $"Only {failures.Length} of 12 were found.");
        Assert.All(failures, failure => Assert.Contains(failure.Words, word => word.Contains("[Vjp]", StringComparison.Ordinal)));

        Outcome failure = failures.MinBy(failure => failure.Program.Size)!;
        Outcome reduced = new FuzzReducer(candidates => FuzzBatch.Run(candidates, FlipSign)).Reduce(failure, TimeSpan.FromSeconds(60));
        Assert.Contains("[Vjp]", reduced.Words[0], StringComparison.Ordinal);
        Assert.True(reduced.Program.Size < failure.Program.Size / 2, ProgramText.Of(reduced.Program, "Reduced"));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static int Number(string variable, int otherwise) => Variable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string FlipSign(string generated)
    {
        int from = generated.IndexOf("FVjp(", StringComparison.Ordinal);
        int to = from < 0 ? -1 : generated.IndexOf("/// <summary>", from, StringComparison.Ordinal);
        return to < 0 ? generated : generated[..from] + LastCotangent().Replace(generated[from..to], "$1 -($2);", 1) + generated[to..];
    }

    [GeneratedRegex(@"(\bd(?:[A-Z0-9]\w*|[a-z]\d?)(?:\[[^\]]*\])? \+?=) ([^;=]+);", RegexOptions.RightToLeft)]
    private static partial Regex LastCotangent();
}

using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>
/// The whole text of what is generated for some programs is kept beside them and reviewed as prose. Run with
/// <c>STATICAD_ACCEPT=1</c> to write it anew.
/// </summary>
[Trait("Needs", "CompilerOnly")]
public class SnapshotTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("STATICAD_ACCEPT") == "1";

    public static TheoryData<string> Programs => [
        "Seed", "LogSumExp", "Tridiagonal", "RungeKutta", "Polynomials", "BlackScholes", "EarlyReturn", "SecondOrder", "OutRefTuple", "RuleBuffers", "Rules", "GenericSquare"];

    public static TheoryData<string> AllPrograms => [.. CorpusFile.Names(CorpusFile.Accept)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void GeneratedTextIsAsReviewed(string program)
    {
        var text = Generate(program);
        var path = Path.Combine(Repository.Corpus("Snapshots"), program + ".cs");
        if (Accept)
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} does not exist; run with STATICAD_ACCEPT=1 and review it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Theory]
    [MemberData(nameof(AllPrograms))]
    public void TheSameInputGivesTheSameBytes(string program)
    {
        var text = Generate(program);
        Assert.NotEmpty(text);
        Assert.Equal(text, CorpusGenerations.Fresh(CorpusFile.Accept, program).GeneratedText());
    }

    [Theory]
    [MemberData(nameof(AllPrograms))]
    public void GeneratedTextIsCleanText(string program)
    {
        var lines = Generate(program).Split('\n');
        Assert.DoesNotContain(lines, line => line.Contains('\r') || line.Contains('\t') || line.EndsWith(' '));
        Assert.DoesNotContain(lines, line => line.Contains("#pragma", StringComparison.Ordinal));
    }

    private static string Generate(string program) => CorpusGenerations.Of(CorpusFile.Accept, program).GeneratedText();
}

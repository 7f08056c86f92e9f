using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Every program of the corpus, differentiated, compiled, loaded and checked at every argument set it states.</summary>
public class CorpusTests
{
    public static TheoryData<string> Programs => [.. CorpusFile.Names(CorpusFile.Accept)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void DerivativesAreRight(string program)
        => Verdict.None(TimeLimit.Run(program, () => CorpusImages.FromParent(program) is { } image
            ? CorpusChecks.Failures(program, image)
            : CorpusChecks.Failures(CorpusFile.Read(CorpusFile.Accept, program), Toolchain.NewGenerator())));
}

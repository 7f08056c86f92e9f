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
            : CorpusChecks.Failures(CorpusFile.Read(CorpusFile.Accept, program), CorpusGenerations.Of(CorpusFile.Accept, program))));

    /// <summary>The same programs with second derivatives asked for, where they can be had.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void SecondDerivativesAreRight(string program)
        => Verdict.None(TimeLimit.Run(program + " to second order", () => CorpusImages.FromParent(program + CorpusChecks.SecondOrder) is { } image
            ? CorpusChecks.SecondOrderFailures(program, image)
            : CorpusChecks.SecondOrderFailures(CorpusFile.Read(CorpusFile.Accept, program).InSecondOrder(), Toolchain.NewGenerator())));
}

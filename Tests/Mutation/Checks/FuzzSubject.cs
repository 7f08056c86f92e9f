using StaticAd.Tests.Fuzz.Checks;
using StaticAd.Tests.Fuzz.Programs;
using StaticAd.Tests.Fuzz.Syntax;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Some programs of the fuzzer, of a fixed seed.</summary>
internal sealed record FuzzSubject(int First, int Count) : Subject($"fuzzed programs {First} to {First + Count - 1}")
{
    private const ulong Seed = 4;

    private FuzzProgram[]? _programs;

    private FuzzProgram[] Programs => _programs ??= [.. Enumerable.Range(First, Count).Select(number => new ProgramGen().Numbered(Seed, number))];

    public override string Outcome() => Generation.Run(
        Toolchain.Compile("Fuzz", Programs.Select((program, number) => Toolchain.Parse(ProgramText.Of(program, $"P{number:d3}"), $"P{number:d3}.cs"))),
        Toolchain.NewGenerator()).GeneratedText();

    public override IReadOnlyList<string> Failures() => [.. FuzzBatch.Run(Programs)
        .Where(outcome => outcome.Fate == Fate.Failed)
        .SelectMany(outcome => outcome.Words)];
}

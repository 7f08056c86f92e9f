using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>What the generator without a mistake makes of a subject.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Outcome">A hash of its outcome.</param>
/// <param name="Reached">The mutants whose places were reached.</param>
/// <param name="Milliseconds">How long that took.</param>
internal sealed record Baseline(string Name, string Outcome, int[] Reached, long Milliseconds)
{
    public static Baseline Of(Subject subject)
    {
        GeneratorMemory.Forget();
        Mutants.MutantSwitch.TakeReached();
        long start = Stopwatch.GetTimestamp();
        string outcome = Hash(subject.Outcome());
        return new(subject.Name, outcome, Mutants.MutantSwitch.TakeReached(), (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public static string Hash(string outcome) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(outcome)));
}

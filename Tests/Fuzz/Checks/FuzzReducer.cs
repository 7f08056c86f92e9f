using System.Text.RegularExpressions;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>Makes a program that fails smaller, as long as it fails in the same way.</summary>
/// <param name="run">What becomes of some programs.</param>
internal sealed partial class FuzzReducer(Func<IReadOnlyList<FuzzProgram>, IReadOnlyList<Outcome>> run)
{
    private const int Together = 16;

    public Outcome Reduce(Outcome failure, TimeSpan limit)
    {
        DateTime end = DateTime.UtcNow + limit;
        string symptom = Symptom(failure);
        while (DateTime.UtcNow < end && Smaller(failure, symptom, end) is { } smaller)
        {
            failure = smaller;
        }

        return failure;
    }

    /// <summary>Which kind of failure it is: the compiler's error, or the first mode that is wrong.</summary>
    public static string Symptom(Outcome failure) => Symptoms().Match(failure.Words[0]) is { Success: true, Value: var symptom } ? symptom : failure.Words[0];

    private Outcome? Smaller(Outcome failure, string symptom, DateTime end)
    {
        foreach (FuzzProgram[] candidates in Reductions.Of(failure.Program).Where(candidate => candidate.Size < failure.Program.Size).Chunk(Together))
        {
            if (DateTime.UtcNow > end)
            {
                return null;
            }

            if (run(candidates).Where(outcome => outcome.Fate == Fate.Failed && Symptom(outcome) == symptom).MinBy(outcome => outcome.Program.Size) is { } smaller)
            {
                return smaller;
            }
        }

        return null;
    }

    [GeneratedRegex(@"CS\d+|SAD\d+|AD\d+|F \[\w+|\w+Exception")]
    private static partial Regex Symptoms();
}

using System.Diagnostics;
using StaticAd.Tests.Corpus;
using StaticAd.Tests.Mutation.Mutants;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Whether the corpus and the fuzzer notice a mutant: first where it changes anything at all, the quickest subjects first.</summary>
/// <param name="subjects">What it is tried on.</param>
/// <param name="baselines">What the generator without a mistake makes of them.</param>
/// <param name="folder">Takes what is generated otherwise for a mutant that is not noticed.</param>
/// <param name="watchdog">Sees that it ends.</param>
/// <param name="patience">How long one mutant is tried.</param>
internal sealed class MutantCheck(IReadOnlyList<Subject> subjects, IReadOnlyList<Baseline> baselines, MutationFolder folder, Watchdog watchdog, TimeSpan patience)
{
    private const int Kept = 3;
    private static readonly TimeSpan ForOutcome = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan ForChecks = TimeSpan.FromSeconds(300);
    private static readonly HashSet<string> Reviewed = [.. SnapshotTests.Programs.Select(row => row.Data)];

    public Verdict Run(Mutant mutant)
    {
        long start = Stopwatch.GetTimestamp();
        int[] reaching = [.. Enumerable.Range(0, subjects.Count)
            .Where(index => mutant.IsStatic || baselines[index].Reached.Contains(mutant.Number))
            .OrderBy(index => baselines[index].Milliseconds)];
        List<string> changed = [];
        int tried = 0;
        for (; tried < reaching.Length && Stopwatch.GetElapsedTime(start) < patience; tried++)
        {
            if (Failure(mutant, reaching[tried], changed, withChecks: true) is { } failure)
            {
                return new(mutant.Number, MutantFate.Killed, failure, changed);
            }
        }

        int untried = reaching.Length - tried;
        foreach (int index in reaching.Skip(tried).Where(index => Reviewed.Contains(baselines[index].Name)))
        {
            Failure(mutant, index, changed, withChecks: false);
        }

        foreach (int index in reaching.Where(index => changed.Contains(baselines[index].Name)).Take(Kept))
        {
            Keep(mutant, index);
        }

        // The last resort: somebody would read it.
        return changed.Find(Reviewed.Contains) is { } reviewed
            ? new(mutant.Number, MutantFate.Killed, $"the reviewed text of {reviewed}", changed, untried)
            : new(mutant.Number, reaching.Length == 0 ? MutantFate.Unreached : changed.Count == 0 ? MutantFate.Unchanged : MutantFate.Survived, "", changed, untried);
    }

    private void Keep(Mutant mutant, int index)
    {
        folder.Keep(mutant, baselines[index].Name, Outcome(index, MutantSwitch.None), Outcome(index, mutant.Number));
        MutantSwitch.Active = MutantSwitch.None;
    }

    private string Outcome(int index, int mutant)
    {
        GeneratorMemory.Forget();
        MutantSwitch.Active = mutant;
        return subjects[index].Outcome();
    }

    private string? Failure(Mutant mutant, int index, List<string> changed, bool withChecks)
    {
        string name = baselines[index].Name;
        try
        {
            watchdog.Expect(mutant, name, ForOutcome);
            if (Baseline.Hash(Outcome(index, mutant.Number)) == baselines[index].Outcome)
            {
                return null;
            }

            changed.Add(name);
            watchdog.Expect(mutant, name, ForChecks);
            return withChecks && subjects[index].Failures() is [{ } failure, ..] ? $"{name}: {failure}" : null;
        }
        catch (Exception exception)
        {
            return $"{name}: {exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}";
        }
        finally
        {
            watchdog.Rest();
            MutantSwitch.Active = MutantSwitch.None;
        }
    }
}

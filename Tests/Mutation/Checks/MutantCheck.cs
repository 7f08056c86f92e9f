using StaticAd.Tests.Mutation.Mutants;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Whether the corpus and the fuzzer notice a mutant: first where it changes anything at all, the quickest subjects first.</summary>
internal sealed class MutantCheck(IReadOnlyList<Subject> subjects, IReadOnlyList<Baseline> baselines, Watchdog watchdog)
{
    private static readonly TimeSpan ForOutcome = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ForChecks = TimeSpan.FromSeconds(150);

    public Verdict Run(Mutant mutant)
    {
        List<string> changed = [];
        var reaching = baselines.Index()
            .Where(entry => mutant.IsStatic || entry.Item.Reached.Contains(mutant.Number))
            .OrderBy(entry => entry.Item.Milliseconds);
        bool isReached = false;
        foreach ((int index, Baseline baseline) in reaching)
        {
            isReached = true;
            GeneratorMemory.Forget();
            MutantSwitch.Active = mutant.Number;
            try
            {
                watchdog.Expect(mutant, baseline.Name, ForOutcome);
                if (Baseline.Hash(subjects[index].Outcome()) == baseline.Outcome)
                {
                    continue;
                }

                changed.Add(baseline.Name);
                watchdog.Expect(mutant, baseline.Name, ForChecks);
                if (subjects[index].Failures() is [{ } failure, ..])
                {
                    return new(mutant.Number, MutantFate.Killed, $"{baseline.Name}: {failure}", changed);
                }
            }
            catch (Exception exception)
            {
                return new(mutant.Number, MutantFate.Killed, $"{baseline.Name}: {exception.GetType().Name}: {exception.Message} {exception.InnerException?.Message}", changed);
            }
            finally
            {
                watchdog.Rest();
                MutantSwitch.Active = -1;
            }
        }

        return new(mutant.Number, !isReached ? MutantFate.Unreached : changed.Count == 0 ? MutantFate.Unchanged : MutantFate.Survived, "", changed);
    }
}

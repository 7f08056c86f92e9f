using System.Globalization;
using StaticAd.Tests.Mutation.Checks;
using StaticAd.Tests.Mutation.Mutants;
using Xunit;

namespace StaticAd.Tests.Mutation;

/// <summary>What a child process of <see cref="MutationTests"/> does: it tries mutants one after the other, each of which may end it.</summary>
[Trait("Needs", "OwnProcess")]
public class MutationWorker
{
    /// <summary>The programs of the corpus to try them on; all if it is empty.</summary>
    public const string ProgramsVariable = "STATICAD_MUTATION_PROGRAMS";

    /// <summary>How many seconds each mutant is tried; as long as it takes if it is empty.</summary>
    public const string PatienceVariable = "STATICAD_MUTANT_SECONDS";

    [Fact]
    public void TriesMutants()
    {
        if (!MutantSwitch.IsBuiltIn || Environment.GetEnvironmentVariable(MutationFolder.Variable) is not { } path)
        {
            return;
        }

        var folder = new MutationFolder(path);
        string[] programs = (Environment.GetEnvironmentVariable(ProgramsVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<Subject> subjects = Subjects.All(programs);
        IReadOnlyList<Baseline> baselines = folder.Baselines ??= [.. subjects.Select(Baseline.Of)];
        using var watchdog = new Watchdog(folder);
        var check = new MutantCheck(subjects, baselines, folder, watchdog, Patience());
        foreach (Mutant mutant in Mine(folder))
        {
            folder.Started = mutant.Number;
            folder.Add(check.Run(mutant));
        }
    }

    private static TimeSpan Patience() => Environment.GetEnvironmentVariable(PatienceVariable) is { Length: > 0 } seconds
        ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : TimeSpan.MaxValue;

    // One that takes effect when a type is initialized has a process of its own, in which it is active from the start.
    private static IEnumerable<Mutant> Mine(MutationFolder folder)
    {
        var verdicts = folder.Verdicts;
        IEnumerable<Mutant> undecided = folder.Mutants.Where(mutant => !verdicts.ContainsKey(mutant.Number));
        return Environment.GetEnvironmentVariable(MutantSwitch.Variable) is { } only
            ? undecided.Where(mutant => mutant.Number == int.Parse(only, CultureInfo.InvariantCulture))
            : undecided.Where(mutant => !mutant.IsStatic);
    }
}

using System.Globalization;
using System.Text;
using StaticAd.Tests.Mutation.Checks;
using StaticAd.Tests.Mutation.Mutants;
using StaticAd.Tests.Package;

namespace StaticAd.Tests.Mutation;

/// <summary>Mutants of one seed, tried in child processes; what has been decided stays decided if the run is cut off.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="programs">The programs of the corpus to try them on; all, and then the suite, if there are none.</param>
/// <param name="isQuick">Whether the suite is left out.</param>
internal sealed class MutationRun(MutationFolder folder, IReadOnlyList<string> programs, bool isQuick = false)
{
    private const string HeapLimit = "0x100000000";

    // Much is made and little kept.
    private const string YoungestGeneration = "0x8000000";

    public void Check(IReadOnlyList<Mutant> mutants)
    {
        // A worker that is ended by a mutant is started again.
        while (mutants.Where(mutant => !mutant.IsStatic).Any(IsUndecided))
        {
            Work([]);
        }

        foreach (Mutant mutant in mutants.Where(mutant => mutant.IsStatic).Where(IsUndecided))
        {
            Work(new() { [MutantSwitch.Variable] = mutant.Number.ToString(CultureInfo.InvariantCulture) });
        }

        foreach (Mutant mutant in programs.Count > 0 || isQuick ? [] : mutants.Where(mutant => folder.Verdicts[mutant.Number] is { Fate: not MutantFate.Killed, IsFinal: false }))
        {
            folder.Add(Suite.Try(folder, folder.Verdicts[mutant.Number]));
        }
    }

    /// <summary>One line for each mutant.</summary>
    public string Table(IReadOnlyList<Mutant> mutants)
    {
        var verdicts = folder.Verdicts;
        var text = new StringBuilder();
        foreach (Mutant mutant in mutants)
        {
            Verdict verdict = verdicts[mutant.Number];
            text.Append(CultureInfo.InvariantCulture, $"{mutant.Number} | {mutant.File}:{mutant.Line} | {mutant.Operator} | {mutant.Before} → {mutant.After} | {verdict.Fate}{(verdict.Untried > 0 ? $" ({verdict.Untried} subjects untried)" : "")} | ")
                .Append(verdict.Fate == MutantFate.Survived ? string.Join(", ", verdict.Changed) : verdict.By.Split('\n')[0])
                .Append('\n');
        }

        return text.ToString();
    }

    public IReadOnlyList<Mutant> Survivors(IReadOnlyList<Mutant> mutants)
    {
        var verdicts = folder.Verdicts;
        return [.. mutants.Where(mutant => verdicts[mutant.Number].Fate != MutantFate.Killed)];
    }

    private bool IsUndecided(Mutant mutant) => !folder.Verdicts.ContainsKey(mutant.Number);

    private void Work(Dictionary<string, string> environment)
    {
        environment[MutationFolder.Variable] = folder.Root;
        environment[MutationWorker.ProgramsVariable] = string.Join(',', programs);
        environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        environment["DOTNET_GCgen0size"] = YoungestGeneration;
        environment["DOTNET_TieredPGO"] = "0";
        int before = folder.Verdicts.Count;
        folder.Started = -1;
        var child = WorkerProcess.Run(folder, ["--filter-class", typeof(MutationWorker).FullName!], environment);
        int started = folder.Started;
        if (started >= 0 && !folder.Verdicts.ContainsKey(started))
        {
            folder.Add(new Verdict(started, MutantFate.Killed, $"it ends the process: {child.Output}", []));
        }
        else if (folder.Verdicts.Count == before)
        {
            throw new InvalidOperationException($"The worker decided nothing:\n{child.Output}");
        }
    }
}

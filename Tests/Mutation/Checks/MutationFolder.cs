using System.Text.Json;
using StaticAd.Tests.Mutation.Mutants;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Where a run keeps what its processes share: the tests with the mutated generator, the mutants, and what has become of them.</summary>
internal sealed class MutationFolder(string path)
{
    /// <summary>Names the folder, to child processes, or for a run that is to go on where it was cut off.</summary>
    public const string Variable = "STATICAD_MUTATION_FOLDER";

    private string MutantsFile => Path.Combine(path, "mutants.json");

    private string BaselinesFile => Path.Combine(path, "baselines.json");

    private string VerdictsFile => Path.Combine(path, "verdicts.jsonl");

    private string StartedFile => Path.Combine(path, "started.txt");

    public string Root => path;

    public string TestAssembly => Path.Combine(path, "bin", typeof(MutationFolder).Assembly.GetName().Name + ".dll");

    public bool IsPrepared => File.Exists(MutantsFile);

    public IReadOnlyList<Mutant> Mutants => JsonSerializer.Deserialize<Mutant[]>(File.ReadAllText(MutantsFile))!;

    public IReadOnlyList<Baseline>? Baselines
    {
        get => File.Exists(BaselinesFile) ? JsonSerializer.Deserialize<Baseline[]>(File.ReadAllText(BaselinesFile)) : null;
        set => File.WriteAllText(BaselinesFile, JsonSerializer.Serialize(value));
    }

    /// <summary>The last verdict on each mutant.</summary>
    public IReadOnlyDictionary<int, Verdict> Verdicts => !File.Exists(VerdictsFile) ? new Dictionary<int, Verdict>() : File.ReadAllLines(VerdictsFile)
        .Select(line => JsonSerializer.Deserialize<Verdict>(line)!)
        .GroupBy(verdict => verdict.Mutant)
        .ToDictionary(group => group.Key, group => group.Last());

    /// <summary>The mutant that was last begun with.</summary>
    public int Started
    {
        get => int.Parse(File.ReadAllText(StartedFile), System.Globalization.CultureInfo.InvariantCulture);
        set => File.WriteAllText(StartedFile, $"{value}");
    }

    public void Add(Verdict verdict) => File.AppendAllText(VerdictsFile, JsonSerializer.Serialize(verdict) + "\n");

    /// <summary>Keeps what is generated with and without a mutant, for whoever asks why nobody notices.</summary>
    public void Keep(Mutant mutant, string subject, string before, string after)
    {
        string folder = Directory.CreateDirectory(Path.Combine(path, "texts", $"{mutant.Number}")).FullName;
        File.WriteAllText(Path.Combine(folder, subject + ".before.cs"), before);
        File.WriteAllText(Path.Combine(folder, subject + ".after.cs"), after);
    }

    /// <summary>A mutant is to be tried again.</summary>
    public void Forget(int mutant)
    {
        IEnumerable<string> others = Verdicts.Values.Where(verdict => verdict.Mutant != mutant).Select(verdict => JsonSerializer.Serialize(verdict) + "\n");
        File.WriteAllText(VerdictsFile, string.Concat(others));
    }

    /// <summary>The tests of this process, with another generator.</summary>
    public void Prepare(MutatedGenerator generator)
    {
        string from = AppContext.BaseDirectory, to = Path.GetDirectoryName(TestAssembly)!;
        foreach (string file in Directory.EnumerateFiles(from).Concat(Directory.EnumerateFiles(Path.Combine(from, "Golden"))))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        File.WriteAllBytes(Path.Combine(to, typeof(Generator.DerivativeGenerator).Assembly.GetName().Name + ".dll"), generator.Image);
        File.WriteAllText(MutantsFile, JsonSerializer.Serialize(generator.Mutants));
    }
}

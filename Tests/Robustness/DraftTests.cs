using System.Collections.Concurrent;
using System.Globalization;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Robustness;

/// <summary>
/// The programs of the corpus as an IDE sees them while they are written. <c>STATICAD_DRAFTS</c> says how many drafts are made of each
/// program, <c>STATICAD_SEED</c> from which number on, and failing drafts are written to <c>STATICAD_DRAFT_FOLDER</c>.
/// </summary>
[Trait("Needs", "CompilerOnly")]
public class DraftTests
{
    private const int DraftsOfEach = 3;

    private static readonly int Count = Setting("STATICAD_DRAFTS", DraftsOfEach);
    private static readonly int Seed = Setting("STATICAD_SEED", 20_000);
    private static readonly string? Folder = Environment.GetEnvironmentVariable("STATICAD_DRAFT_FOLDER");

    [Fact]
    public void NoDraftOfAProgramBreaksGeneratorOrAnalyzer()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seeds from {Seed} on, {Count} drafts of each program.");
        ConcurrentBag<string> failures = [];
        (Typist Typist, int Seed)[] drafts = [.. Typists().SelectMany(typist => Enumerable.Range(Seed, Count).Select(seed => (typist, seed)))];
        Parallel.ForEach(Partitioner.Create(drafts, loadBalance: true), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, draft =>
        {
            foreach (string failure in Failures(draft.Typist.Draft(draft.Seed)))
            {
                failures.Add(failure);
            }
        });
        Verdict.None(failures);
    }

    private static IEnumerable<Typist> Typists() =>
        from kind in new[] { CorpusFile.Accept, CorpusFile.Reject }
        from name in CorpusFile.Names(kind)
        select new Typist(CorpusFile.Read(kind, name));

    private static IReadOnlyList<string> Failures(Draft draft)
    {
        string path = Keep(draft);
        IReadOnlyList<string> failures = TimeLimit.Run(draft.Title, () => DraftCheck.Failures(draft));
        if (Folder is not null)
        {
            File.AppendAllLines(path, failures.Select(failure => "// " + failure.ReplaceLineEndings("\n// ")));
            if (failures.Count == 0)
            {
                File.Delete(path);
            }
        }

        return failures;
    }

    /// <summary>Before the check: one that takes the process with it leaves its draft.</summary>
    private static string Keep(Draft draft)
    {
        string file = string.Concat(draft.Title.Split(", ").Take(2)).Replace(" ", "-", StringComparison.Ordinal);
        string path = Path.Combine(Folder ?? "", file + ".cs");
        if (Folder is not null)
        {
            File.WriteAllText(path, $"{draft.Text}\n// {draft.Title.ReplaceLineEndings(" ")}\n");
        }

        return path;
    }

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}

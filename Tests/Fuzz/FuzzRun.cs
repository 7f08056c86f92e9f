using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StaticAd.Tests.Fuzz.Checks;
using StaticAd.Tests.Fuzz.Programs;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz;

/// <summary>Many programs of one seed, and what has become of them.</summary>
/// <param name="seed">The seed.</param>
/// <param name="log">A file to which failures are added when they are met, and the counts now and then: a long run may be ended at any time.</param>
internal sealed partial class FuzzRun(ulong seed, string? log = null)
{
    /// <summary>So many programs are in one compilation.</summary>
    public const int BatchSize = 50;

    private const int Reduced = 3;
    private const int BatchesBetweenCounts = 10;
    private static readonly TimeSpan ReductionLimit = TimeSpan.FromSeconds(90);
    private readonly Lock _lock = new();
    private readonly Dictionary<Fate, int> _fates = [];
    private readonly SortedDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Outcome> _faults = [];
    private int _batches;
    private int _differences;

    /// <summary>Programs that were refused, or that the fuzzer got wrong, in parts of all.</summary>
    public double Useless => (double)(Count(Fate.Refused) + Count(Fate.Invalid)) / _fates.Values.Sum();

    public bool HasFailures => Count(Fate.Failed) > 0;

    public void Check(int programs, int start = 0)
        => Parallel.For(0, (programs + BatchSize - 1) / BatchSize, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            int first = start + batch * BatchSize;
            int count = Math.Min(BatchSize, start + programs - first);
            var generator = new ProgramGen();
            FuzzProgram[] all = [.. Enumerable.Range(first, count).Select(number => generator.Numbered(seed, number))];
            IReadOnlyList<Outcome> outcomes = FuzzBatch.Run(all);
            lock (_lock)
            {
                for (int i = 0; i < count; i++)
                {
                    Note(first + i, outcomes[i]);
                }

                if (++_batches % BatchesBetweenCounts == 0 || _batches * BatchSize >= programs)
                {
                    Log($"{DateTime.UtcNow:u} {Statistics()}");
                }
            }
        });

    /// <summary>How many there were of each kind, and why programs were refused.</summary>
    public string Statistics()
    {
        var text = new StringBuilder($"STATICAD_FUZZ_SEED={seed}, {_fates.Values.Sum()} programs: ");
        text.AppendJoin(", ", _fates.OrderBy(fate => fate.Key).Select(fate => $"{fate.Value} {fate.Key}"));
        text.Append(CultureInfo.InvariantCulture, $"; {_differences} results held against differences");
        foreach (var (reason, count) in _refusals)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  refused {count} times: {reason}");
        }

        return text.ToString();
    }

    /// <summary>The failures, the first ones made small.</summary>
    public string Faults()
    {
        var text = new StringBuilder();
        foreach (var (index, (number, outcome)) in _faults.Index())
        {
            Outcome shown = index < Reduced && outcome.Fate == Fate.Failed
                ? new FuzzReducer(programs => FuzzBatch.Run(programs)).Reduce(outcome, ReductionLimit) : outcome;
            text.Append(CultureInfo.InvariantCulture, $"\n\nprogram {number} of seed {seed}: {outcome.Fate}\n  ").AppendJoin("\n  ", shown.Words);
            text.Append('\n').Append(index < Reduced ? ProgramText.Of(shown.Program, "Found") : "");
        }

        return text.ToString();
    }

    private int Count(Fate fate) => _fates.GetValueOrDefault(fate);

    private void Note(int number, Outcome outcome)
    {
        _fates[outcome.Fate] = Count(outcome.Fate) + 1;
        _differences += outcome.Differences;
        foreach (string reason in outcome.Fate == Fate.Refused ? outcome.Words.Select(words => Quoted().Replace(Place().Replace(words, ""), "'…'")).Distinct() : [])
        {
            _refusals[reason] = _refusals.GetValueOrDefault(reason) + 1;
        }

        if (outcome.Fate is Fate.Failed or Fate.Invalid)
        {
            _faults[number] = outcome;
            Log($"program {number} of seed {seed}: {outcome.Fate}\n  {string.Join("\n  ", outcome.Words)}");
        }
    }

    private void Log(string text)
    {
        if (log is not null)
        {
            File.AppendAllText(log, text + "\n");
        }
    }

    [GeneratedRegex(@"^.*?error ")]
    private static partial Regex Place();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}

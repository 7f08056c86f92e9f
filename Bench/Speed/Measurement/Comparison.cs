namespace StaticAd.Speed.Measurement;

/// <summary>Two pieces of code that are timed in turn.</summary>
/// <param name="Name">What is compared, as the table's first column.</param>
/// <param name="Prepare">Makes the data, requires that both codes agree on it, and returns them.</param>
/// <param name="Goal">The largest ratio that is wanted, if one is.</param>
internal sealed record Comparison(string Name, Func<Contenders> Prepare, double? Goal = null);

/// <summary>The code whose cost is asked for, and the code that it is divided by.</summary>
internal sealed record Contenders(Candidate Measured, Candidate Baseline);

/// <summary>Code that can be run any number of times.</summary>
/// <param name="Run">Runs it as often as the argument says; the loop belongs to the candidate, so that nothing stands between two runs.</param>
/// <param name="WorkPerRun">How many calls, elements or options one run stands for; times are divided by it.</param>
internal sealed record Candidate(Action<int> Run, double WorkPerRun = 1)
{
    /// <summary>A candidate that is long enough for the call through a delegate not to count.</summary>
    public static Candidate Of(Action run, double workPerRun = 1) => new(
        repetitions =>
        {
            for (int i = 0; i < repetitions; i++)
            {
                run();
            }
        },
        workPerRun);
}

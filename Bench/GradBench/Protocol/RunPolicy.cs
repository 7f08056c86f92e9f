using System.Diagnostics;
using System.Text.Json;

namespace StaticAd.GradBench.Protocol;

/// <summary>How often a call is repeated: at least <paramref name="MinRuns"/> times and until <paramref name="MinSeconds"/> are spent in it.</summary>
internal readonly record struct RunPolicy(int MinRuns, double MinSeconds)
{
    private const double NanosecondsPerSecond = 1e9;

    private static readonly RunPolicy Once = new(1, 0);

    public static RunPolicy Of(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object
            ? new RunPolicy(input.Integer("min_runs"), input.Number("min_seconds"))
            : Once;

    /// <summary>Runs the call and returns the time of each run in nanoseconds.</summary>
    public List<long> Time(Action run)
    {
        var nanoseconds = new List<long>();
        double total = 0;
        do
        {
            long start = Stopwatch.GetTimestamp();
            run();
            long ticks = Stopwatch.GetTimestamp() - start;

            // Not TimeSpan: its unit is 100 ns, longer than a small call.
            double elapsed = ticks * (NanosecondsPerSecond / Stopwatch.Frequency);
            nanoseconds.Add((long)elapsed);
            total += elapsed;
        }
        while (nanoseconds.Count < MinRuns || total < MinSeconds * NanosecondsPerSecond);
        return nanoseconds;
    }
}

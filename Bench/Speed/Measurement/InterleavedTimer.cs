using System.Diagnostics;
using System.Runtime;

namespace StaticAd.Speed.Measurement;

/// <summary>
/// Times two candidates in turn, A B B A A B…, so that what disturbs the machine disturbs both. Both are warm: each has
/// run often and long enough for the JIT compiler's last tier before the first round.
/// </summary>
internal static class InterleavedTimer
{
    // A method is compiled again, in the background, once it was called 30 times, was instrumented, and was called 30 times more.
    private const int WarmCalls = 70;
    private const double QuietSeconds = 0.3;
    private const double LongestWarmUp = 10;

    // Short, so that on a busy machine some samples escape preemption.
    private const double SecondsPerSample = 0.002;
    private const int FewestRounds = 9;
    private const double LongestMeasurement = 8;

    /// <summary>Times both so often, or less often if it would take long.</summary>
    public static Measurement Compare(Comparison comparison, int rounds)
    {
        (Candidate measured, Candidate baseline) = comparison.Prepare();
        WarmUp(measured);
        WarmUp(baseline);
        int measuredRepetitions = Repetitions(measured);
        int baselineRepetitions = Repetitions(baseline);

        var measuredSeconds = new List<double>();
        var baselineSeconds = new List<double>();
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds && (round < FewestRounds || SecondsSince(start) < LongestMeasurement); round++)
        {
            if (round % 2 == 0)
            {
                measuredSeconds.Add(SecondsPerUnit(measured, measuredRepetitions));
                baselineSeconds.Add(SecondsPerUnit(baseline, baselineRepetitions));
            }
            else
            {
                baselineSeconds.Add(SecondsPerUnit(baseline, baselineRepetitions));
                measuredSeconds.Add(SecondsPerUnit(measured, measuredRepetitions));
            }
        }

        return new Measurement(comparison, measuredSeconds, baselineSeconds);
    }

    /// <summary>Runs until the JIT compiler has had nothing to do for a while.</summary>
    private static void WarmUp(Candidate candidate)
    {
        double spent = 0;
        double quiet = 0;
        long compiled = JitInfo.GetCompiledMethodCount();
        for (int call = 0; (quiet < QuietSeconds || call < WarmCalls) && spent < LongestWarmUp; call++)
        {
            double seconds = Seconds(candidate, 1);
            spent += seconds;
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + seconds : 0;
            compiled = JitInfo.GetCompiledMethodCount();
        }
    }

    private static int Repetitions(Candidate candidate)
    {
        int repetitions = 1;
        double seconds = Seconds(candidate, repetitions);
        while (seconds < SecondsPerSample / 2)
        {
            repetitions *= 2;
            seconds = Seconds(candidate, repetitions);
        }

        return Math.Max(1, (int)(repetitions * SecondsPerSample / seconds));
    }

    private static double SecondsPerUnit(Candidate candidate, int repetitions) =>
        Seconds(candidate, repetitions) / (repetitions * candidate.WorkPerRun);

    private static double Seconds(Candidate candidate, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        candidate.Run(repetitions);
        return SecondsSince(start);
    }

    private static double SecondsSince(long start) => (Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency;
}

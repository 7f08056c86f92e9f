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
    private const double SecondsPerSample = 0.01;

    public static Measurement Compare(Comparison comparison, int rounds)
    {
        (Candidate measured, Candidate baseline) = comparison.Prepare();
        WarmUp(measured);
        WarmUp(baseline);
        int measuredRepetitions = Repetitions(measured);
        int baselineRepetitions = Repetitions(baseline);

        double[] measuredSeconds = new double[rounds];
        double[] baselineSeconds = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                measuredSeconds[round] = SecondsPerUnit(measured, measuredRepetitions);
                baselineSeconds[round] = SecondsPerUnit(baseline, baselineRepetitions);
            }
            else
            {
                baselineSeconds[round] = SecondsPerUnit(baseline, baselineRepetitions);
                measuredSeconds[round] = SecondsPerUnit(measured, measuredRepetitions);
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
        return (Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency;
    }
}

using System.Runtime.CompilerServices;
using StaticAd.Samples;
using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>Value and gradient of y(x² − xy + y) against the same by hand: as a call, inlined, and as a batch.</summary>
internal static class ExpressionComparisons
{
    private const int Calls = 1000;

    private static readonly double[] X = RandomArrays.Uniform(new Random(1), Calls);
    private static readonly double[] Y = RandomArrays.Uniform(new Random(2), Calls);

    public static IEnumerable<Comparison> All =>
    [
        new("expression: value and gradient ÷ hand-written, inlined", Inlined, Goal: 1),
        new("expression: value and gradient ÷ hand-written, called", Called, Goal: 1),
        new("expression: batch of 10⁶ ÷ hand-written Vector512 loop", () => Batch(1_000_000), Goal: 1.1),
        new("expression: batch of 10³ ÷ hand-written Vector512 loop", () => Batch(1_000)),
    ];

    private static Contenders Inlined()
    {
        RequireAgreement(SumInlined(1), SumInlinedByHand(1));
        return new(new Candidate(n => SumInlined(n), Calls), new Candidate(n => SumInlinedByHand(n), Calls));
    }

    private static Contenders Called()
    {
        RequireAgreement(SumCalled(1), SumCalledByHand(1));
        return new(new Candidate(n => SumCalled(n), Calls), new Candidate(n => SumCalledByHand(n), Calls));
    }

    private static Contenders Batch(int length)
    {
        double[] x = RandomArrays.Uniform(new Random(1), length);
        double[] y = RandomArrays.Uniform(new Random(2), length);
        double[] value = new double[length];
        double[] dx = new double[length];
        double[] dy = new double[length];

        BatchExpression.FValueAndGradientBatch(x, y, value, dx, dy);
        double[] generated = [.. value, .. dx, .. dy];
        HandWrittenExpression.ValueAndGradientBatch(x, y, value, dx, dy);
        Agreement.Require("expression, batch", generated, [.. value, .. dx, .. dy]);
        return new(
            Candidate.Of(() => BatchExpression.FValueAndGradientBatch(x, y, value, dx, dy), length),
            Candidate.Of(() => HandWrittenExpression.ValueAndGradientBatch(x, y, value, dx, dy), length));
    }

    private static void RequireAgreement(double generated, double byHand) => Agreement.Require("expression", [generated], [byHand]);

    private static double SumInlined(int repetitions)
    {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int i = 0; i < X.Length; i++)
            {
                sum += ScalarExpression.FValueAndGradient(X[i], Y[i], out double dx, out double dy) + dx + dy;
            }
        }

        return sum;
    }

    private static double SumInlinedByHand(int repetitions)
    {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int i = 0; i < X.Length; i++)
            {
                sum += HandWrittenExpression.ValueAndGradient(X[i], Y[i], out double dx, out double dy) + dx + dy;
            }
        }

        return sum;
    }

    private static double SumCalled(int repetitions)
    {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int i = 0; i < X.Length; i++)
            {
                sum += Call(X[i], Y[i], out double dx, out double dy) + dx + dy;
            }
        }

        return sum;
    }

    private static double SumCalledByHand(int repetitions)
    {
        double sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int i = 0; i < X.Length; i++)
            {
                sum += CallByHand(X[i], Y[i], out double dx, out double dy) + dx + dy;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Call(double x, double y, out double dx, out double dy) =>
        ScalarExpression.FValueAndGradient(x, y, out dx, out dy);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double CallByHand(double x, double y, out double dx, out double dy) =>
        HandWrittenExpression.ValueAndGradient(x, y, out dx, out dy);
}

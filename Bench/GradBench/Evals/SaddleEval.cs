using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

/// <summary>The first letter of a function is the mode of the outer derivative, the second that of the one inside.</summary>
internal static class SaddleEval
{
    private delegate double Largest(double x1, double x2, double start1, double start2);

    private delegate (double, double) Slope(double x1, double x2, double start1, double start2);

    private delegate (double, double) Maximizer(double x1, double x2, double start1, double start2);

    public static Eval Eval { get; } = new("saddle", new Dictionary<string, Prepare>
    {
        ["ff"] = input => Search(input, Saddle.LargestByForward, ForwardOverForward, Saddle.MaximizeByForward),
        ["fr"] = input => Search(input, Saddle.LargestByReverse, ForwardOverReverse, Saddle.MaximizeByReverse),
        ["rf"] = input => Search(input, Saddle.LargestByForward, Saddle.LargestByForwardGradient, Saddle.MaximizeByForward),
        ["rr"] = input => Search(input, Saddle.LargestByReverse, Saddle.LargestByReverseGradient, Saddle.MaximizeByReverse),
    });

    private static PreparedCall Search(JsonElement input, Largest largest, Slope slope, Maximizer maximize)
    {
        double[] start = input.Vector("start", 2);
        double[] found = new double[4];
        return new PreparedCall(
            () =>
            {
                double[] x = Descent.Minimize(
                    start,
                    x => largest(x[0], x[1], start[0], start[1]),
                    (x, dx) => (dx[0], dx[1]) = slope(x[0], x[1], start[0], start[1]));
                (found[2], found[3]) = maximize(x[0], x[1], start[0], start[1]);
                (found[0], found[1]) = (x[0], x[1]);
            },
            writer => writer.WriteVector(found));
    }

    private static (double, double) ForwardOverForward(double x1, double x2, double start1, double start2)
    {
        Saddle.LargestByForwardJvp(x1, x2, start1, start2, 1, 0, out double byX1);
        Saddle.LargestByForwardJvp(x1, x2, start1, start2, 0, 1, out double byX2);
        return (byX1, byX2);
    }

    private static (double, double) ForwardOverReverse(double x1, double x2, double start1, double start2)
    {
        Saddle.LargestByReverseJvp(x1, x2, start1, start2, 1, 0, out double byX1);
        Saddle.LargestByReverseJvp(x1, x2, start1, start2, 0, 1, out double byX2);
        return (byX1, byX2);
    }
}

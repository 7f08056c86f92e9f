using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class LseEval
{
    public static Eval Eval { get; } = new("lse", new Dictionary<string, Prepare>
    {
        ["primal"] = Primal,
        ["gradient"] = Gradient,
    });

    private static PreparedCall Primal(JsonElement input)
    {
        double[] x = input.Vector("x");
        double value = 0;
        return new PreparedCall(() => value = Lse.LogSumExp(x), writer => writer.WriteNumberValue(value));
    }

    private static PreparedCall Gradient(JsonElement input)
    {
        double[] x = input.Vector("x");
        double[] dx = new double[x.Length];
        return new PreparedCall(() => Lse.LogSumExpGradient(x, dx), writer => writer.WriteVector(dx));
    }
}

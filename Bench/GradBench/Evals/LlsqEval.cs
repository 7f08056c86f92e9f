using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class LlsqEval
{
    public static Eval Eval { get; } = new("llsq", new Dictionary<string, Prepare>
    {
        ["primal"] = Primal,
        ["gradient"] = Gradient,
    });

    private static PreparedCall Primal(JsonElement input)
    {
        (double[] x, int n) = Read(input);
        double loss = 0;
        return new PreparedCall(() => loss = Llsq.Loss(x, n), writer => writer.WriteNumberValue(loss));
    }

    private static PreparedCall Gradient(JsonElement input)
    {
        (double[] x, int n) = Read(input);
        double[] dx = new double[x.Length];
        return new PreparedCall(() => Llsq.LossGradient(x, n, dx), writer => writer.WriteVector(dx));
    }

    private static (double[] X, int N) Read(JsonElement input)
    {
        int n = input.Integer("n");
        return n >= 2 ? (input.Vector("x"), n) : throw new InputException($"'n' must be at least 2, not {n}.");
    }
}

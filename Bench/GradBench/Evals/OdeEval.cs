using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class OdeEval
{
    public static Eval Eval { get; } = new("ode", new Dictionary<string, Prepare>
    {
        ["primal"] = Primal,
        ["gradient"] = Gradient,
    });

    private static PreparedCall Primal(JsonElement input)
    {
        double[] x = input.Vector("x");
        int s = input.Count("s");
        double[] y = new double[x.Length];
        return new PreparedCall(() => Ode.Solve(x, s, y), writer => writer.WriteVector(y));
    }

    private static PreparedCall Gradient(JsonElement input)
    {
        double[] x = input.Vector("x");
        int s = input.Count("s");
        double[] y = new double[x.Length];
        double[] yBar = new double[x.Length];
        double[] dx = new double[x.Length];
        return new PreparedCall(
            () =>
            {
                // The cotangent of the last component alone; each run turns it into that of the overwritten initial state.
                Array.Clear(yBar);
                yBar[^1] = 1;
                Ode.SolveVjp(x, s, y, yBar, dx);
            },
            writer => writer.WriteVector(dx));
    }
}

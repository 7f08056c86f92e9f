using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

/// <summary>The first letter of a function is the mode of the outer derivative, the second that of the one inside.</summary>
internal static class ParticleEval
{
    public static Eval Eval { get; } = new("particle", new Dictionary<string, Prepare>
    {
        ["ff"] = input => Search(input, w => Particle.SquareByForward(w[0]), static (w, dw) => Particle.SquareByForwardJvp(w[0], 1, out dw[0])),
        ["fr"] = input => Search(input, w => Particle.SquareByReverse(w[0]), static (w, dw) => Particle.SquareByReverseJvp(w[0], 1, out dw[0])),
        ["rf"] = input => Search(input, w => Particle.SquareByForward(w[0]), static (w, dw) => dw[0] = Particle.SquareByForwardGradient(w[0])),
        ["rr"] = input => Search(input, w => Particle.SquareByReverse(w[0]), static (w, dw) => dw[0] = Particle.SquareByReverseGradient(w[0])),
    });

    private static PreparedCall Search(JsonElement input, Descent.Function function, Descent.Gradient gradient)
    {
        double[] start = [input.Number("w")];
        double found = 0;
        return new PreparedCall(
            () => found = Descent.Minimize(start, function, gradient)[0],
            writer => writer.WriteNumberValue(found));
    }
}

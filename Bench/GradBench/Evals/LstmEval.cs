using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class LstmEval
{
    public static Eval Eval { get; } = new("lstm", new Dictionary<string, Prepare>
    {
        ["objective"] = Objective,
        ["jacobian"] = Jacobian,
    });

    private static PreparedCall Objective(JsonElement input)
    {
        (int width, double[] mainParams, double[] extraParams, double[] state, double[] sequence) = Problem.Read(input);
        double value = 0;
        return new PreparedCall(
            () => value = Lstm.Loss(width, mainParams, extraParams, state, sequence),
            writer => writer.WriteNumberValue(value));
    }

    private static PreparedCall Jacobian(JsonElement input)
    {
        (int width, double[] mainParams, double[] extraParams, double[] state, double[] sequence) = Problem.Read(input);
        double[] gradient = new double[mainParams.Length + extraParams.Length];
        return new PreparedCall(
            () => Lstm.LossGradient(
                width, mainParams, extraParams, state, sequence,
                gradient.AsSpan(0, mainParams.Length), gradient.AsSpan(mainParams.Length)),
            writer => writer.WriteVector(gradient));
    }

    private sealed record Problem(int Width, double[] MainParams, double[] ExtraParams, double[] State, double[] Sequence)
    {
        public static Problem Read(JsonElement input)
        {
            int rows = input.Rows("main_params");
            if (rows % 2 != 0)
            {
                throw new InputException($"'main_params' must have two rows per layer, not {rows} in all.");
            }

            int width = input.Columns("state");
            return new Problem(
                width,
                input.Matrix("main_params", rows, 4 * width),
                input.Matrix("extra_params", 3, width),
                input.Matrix("state", rows, width),
                input.Matrix("sequence", input.Rows("sequence"), width));
        }
    }
}

using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class BaEval
{
    /// <summary>How many entries of a long result the suite compares, besides the last one.</summary>
    private const int Compared = 30;

    public static Eval Eval { get; } = new("ba", new Dictionary<string, Prepare>
    {
        ["objective"] = Objective,
        ["jacobian"] = Jacobian,
    });

    private static PreparedCall Objective(JsonElement input)
    {
        BaProblem problem = Read(input);
        double[] errors = new double[2 * problem.Observations];
        double[] weightErrors = new double[problem.Observations];
        return new PreparedCall(
            () => problem.Errors(errors, weightErrors),
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("reproj_error");
                writer.WritePropertyName("elements");
                writer.WriteVector(errors.AsSpan(0, 2));
                writer.WriteNumber("repeated", problem.Observations);
                writer.WriteEndObject();
                writer.WriteStartObject("w_err");
                writer.WriteNumber("element", weightErrors[0]);
                writer.WriteNumber("repeated", problem.Observations);
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
    }

    private static PreparedCall Jacobian(JsonElement input)
    {
        BaProblem problem = Read(input);
        var jacobian = new BaJacobian(problem.Observations);
        return new PreparedCall(
            () => problem.Jacobian(jacobian),
            writer =>
            {
                writer.WriteStartObject();
                WriteExcerpt(writer, "rows", jacobian.Rows);
                WriteExcerpt(writer, "cols", jacobian.Columns);
                writer.WritePropertyName("vals");
                writer.WriteVector([.. jacobian.Values.AsSpan(0, Compared), jacobian.Values[^1]]);
                writer.WriteEndObject();
            });
    }

    private static void WriteExcerpt(Utf8JsonWriter writer, string name, int[] values)
    {
        writer.WriteStartArray(name);
        foreach (int value in values.AsSpan(0, Compared))
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteNumberValue(values[^1]);
        writer.WriteEndArray();
    }

    /// <summary>The suite gives one camera, one point, one weight and one observation, to be repeated.</summary>
    private static BaProblem Read(JsonElement input)
    {
        int cameras = input.Count("n");
        int points = input.Count("m");
        int observations = input.Count("p");
        if (3 * observations < Compared)
        {
            throw new InputException($"'p' must be at least {Compared / 3}, not {observations}.");
        }

        return new BaProblem(
            Repeat(input.Vector("cam", Ba.CameraParameters), cameras),
            Repeat(input.Vector("x", 3), points),
            Repeat([input.Number("w")], observations),
            Repeat(input.Vector("feat", 2), observations));
    }

    private static double[] Repeat(double[] values, int count)
    {
        double[] repeated = new double[values.Length * count];
        for (int i = 0; i < count; i++)
        {
            values.CopyTo(repeated, i * values.Length);
        }

        return repeated;
    }
}

using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class HtEval
{
    public static Eval Eval { get; } = new("ht", new Dictionary<string, Prepare>
    {
        ["objective"] = Objective,
        ["jacobian"] = Jacobian,
    });

    private static PreparedCall Objective(JsonElement input)
    {
        HtProblem problem = HtProblem.Read(input);
        double[] errors = new double[problem.Rows];
        return new PreparedCall(() => problem.Errors(errors), writer => writer.WriteVector(errors));
    }

    private static PreparedCall Jacobian(JsonElement input)
    {
        HtProblem problem = HtProblem.Read(input);
        double[] jacobian = new double[problem.Rows * problem.Columns];
        return new PreparedCall(
            () => problem.Jacobian(jacobian),
            writer => writer.WriteMatrix(jacobian, problem.Rows, problem.Columns));
    }
}

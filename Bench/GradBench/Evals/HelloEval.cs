using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class HelloEval
{
    public static Eval Eval { get; } = new("hello", new Dictionary<string, Prepare>
    {
        ["square"] = input => Call(input, Hello.Square),
        ["double"] = input => Call(input, Hello.SquareGradient),
    });

    private static PreparedCall Call(JsonElement input, Func<double, double> function)
    {
        double x = input.AsNumber("input");
        double result = 0;
        return new PreparedCall(() => result = function(x), writer => writer.WriteNumberValue(result));
    }
}

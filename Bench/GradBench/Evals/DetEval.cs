using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class DetEval
{
    public static Eval Eval { get; } = new("det", new Dictionary<string, Prepare>
    {
        ["primal"] = Primal,
        ["gradient"] = Gradient,
    });

    private static PreparedCall Primal(JsonElement input)
    {
        (double[] a, int n) = Read(input);
        double determinant = 0;
        return new PreparedCall(() => determinant = Det.Determinant(a, n), writer => writer.WriteNumberValue(determinant));
    }

    private static PreparedCall Gradient(JsonElement input)
    {
        (double[] a, int n) = Read(input);
        double[] da = new double[a.Length];
        return new PreparedCall(() => Det.DeterminantGradient(a, n, da), writer => writer.WriteVector(da));
    }

    private static (double[] A, int N) Read(JsonElement input)
    {
        (double[] a, int n) = (input.Vector("A"), input.Integer("ell"));
        return n >= 1 && a.Length == (long)n * n
            ? (a, n)
            : throw new InputException($"'A' must have the elements of a square matrix with 'ell' rows, at least 1; it has {a.Length} for {n} rows.");
    }
}

using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

internal static class GmmEval
{
    public static Eval Eval { get; } = new("gmm", new Dictionary<string, Prepare>
    {
        ["objective"] = Objective,
        ["jacobian"] = Jacobian,
    });

    private static PreparedCall Objective(JsonElement input)
    {
        Problem problem = Problem.Read(input);
        (int d, int k, int n, double[] x, double[] alpha, double[] mu, double[] q, double[] l, double gamma, int m) = problem;
        double value = 0;
        return new PreparedCall(
            () => value = Gmm.LogPosterior(d, k, n, x, alpha, mu, q, l, gamma, m),
            writer => writer.WriteNumberValue(value));
    }

    private static PreparedCall Jacobian(JsonElement input)
    {
        Problem problem = Problem.Read(input);
        (int d, int k, int n, double[] x, double[] alpha, double[] mu, double[] q, double[] l, double gamma, int m) = problem;
        double[] dAlpha = new double[alpha.Length];
        double[] dMu = new double[mu.Length];
        double[] dQ = new double[q.Length];
        double[] dL = new double[l.Length];
        return new PreparedCall(
            () => Gmm.LogPosteriorGradient(d, k, n, x, alpha, mu, q, l, gamma, m, dAlpha, dMu, dQ, dL),
            writer => WriteGradient(writer, problem, dAlpha, dMu, dQ, dL));
    }

    private static void WriteGradient(Utf8JsonWriter writer, Problem problem, double[] dAlpha, double[] dMu, double[] dQ, double[] dL)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("alpha");
        writer.WriteVector(dAlpha);
        writer.WritePropertyName("mu");
        writer.WriteMatrix(dMu, problem.K, problem.D);
        writer.WritePropertyName("q");
        writer.WriteMatrix(dQ, problem.K, problem.D);
        writer.WritePropertyName("l");
        writer.WriteMatrix(dL, problem.K, Problem.BelowDiagonal(problem.D));
        writer.WriteEndObject();
    }

    private sealed record Problem(
        int D, int K, int N, double[] X, double[] Alpha, double[] Mu, double[] Q, double[] L, double Gamma, int M)
    {
        public static Problem Read(JsonElement input)
        {
            int d = input.Count("d");
            int k = input.Count("k");
            int n = input.Count("n");
            return new Problem(
                d,
                k,
                n,
                input.Matrix("x", n, d),
                input.Vector("alpha", k),
                input.Matrix("mu", k, d),
                input.Matrix("q", k, d),
                input.Matrix("l", k, BelowDiagonal(d)),
                input.Number("gamma"),
                input.Integer("m"));
        }

        /// <summary>How many entries a lower triangular d × d matrix has below its diagonal.</summary>
        public static int BelowDiagonal(int d) => d * (d - 1) / 2;
    }
}

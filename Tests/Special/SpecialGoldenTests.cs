using System.Globalization;
using System.Text.Json;
using StaticAd.Tests.Golden;
using Xunit;

namespace StaticAd.Tests;

/// <summary>The special functions and their derivatives against the reference files.</summary>
public class SpecialGoldenTests
{
    private const double Tolerance = 1e-13;
    private const double TwoOverRootPi = 1.1283791670955126;

    private static readonly Dictionary<string, (Func<double, double> Value, Func<double, double> Derivative)> Functions = new()
    {
        ["erf"] = (Special.Erf, x => TwoOverRootPi * Special.ExpMinusSquare(x)),
        ["lgamma"] = (Special.LogGamma, Special.Digamma),
        ["digamma"] = (Special.Digamma, Special.Trigamma),
        ["sigmoid"] = (Special.Sigmoid, x => Special.Sigmoid(x) * Special.Sigmoid(-x)),
        ["softplus"] = (Special.Softplus, Special.Sigmoid),
        ["logsigmoid"] = (x => -Special.Softplus(-x), x => Special.Sigmoid(-x)),
        ["expm1"] = (Special.ExpM1, Math.Exp),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ValuesAgree(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        for (int i = 0; i < golden.Count; i++)
        {
            AssertClose(golden.ExpectedValue(i), Functions[op].Value(golden.X[i]), $"{op}({golden.X[i]:R})");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativesAgree(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        for (int i = 0; i < golden.Count; i++)
        {
            // Where digamma has a pole, PyTorch's derivative is a large arbitrary number.
            bool arbitrary = op == "digamma" && golden.ExactDx![i] is null && golden.X[i] < 0.0 && double.IsFinite(golden.X[i]);
            if (!arbitrary)
            {
                AssertClose(golden.ExpectedDx(i), Functions[op].Derivative(golden.X[i]), $"{op}'({golden.X[i]:R})");
            }
        }
    }

    [Fact]
    public void LogSumExpAgrees()
    {
        using JsonDocument golden = GoldenFile.Tensor("logsumexp");
        int rows = 0;
        foreach (JsonElement example in golden.RootElement.GetProperty("cases").EnumerateArray())
        {
            JsonElement input = example.GetProperty("inputs")[0];
            int width = input.GetProperty("shape").EnumerateArray().Last().GetInt32();
            double[] x = Numbers(input.GetProperty("data"));
            double[] expected = Numbers(example.GetProperty("outputs")[0].GetProperty("data"));
            for (int row = 0; row < expected.Length; row++, rows++)
            {
                AssertClose(expected[row], Special.LogSumExp(x.AsSpan(row * width, width)), $"{example.GetProperty("id")} row {row}");
            }
        }

        Assert.True(rows > 10);
    }

    private static double[] Numbers(JsonElement data) => [.. data.EnumerateArray().Select(e =>
        e.ValueKind == JsonValueKind.String ? double.Parse(e.GetString()!, CultureInfo.InvariantCulture) : e.GetDouble())];

    private static void AssertClose(double expected, double actual, string what)
    {
        bool close = expected.Equals(actual) || Math.Abs(expected - actual) <= Math.Max(Tolerance * Math.Abs(expected), double.Epsilon);
        Assert.True(close, $"{what}: expected {expected:R}, got {actual:R}");
    }
}

using System.Globalization;
using System.Text.Json;
using StaticAd.CompilerServices;
using StaticAd.Tests.Golden;
using Xunit;

namespace StaticAd.Tests;

/// <summary>The derivatives of log-sum-exp: PyTorch's, small terms, all widths of the processor's vectors, rules of rules.</summary>
public class LogSumExpRuleTests
{
    [Fact]
    public void DerivativesAreThoseOfPyTorch()
    {
        using JsonDocument golden = GoldenFile.Tensor("logsumexp");
        int rows = 0;
        foreach (JsonElement example in golden.RootElement.GetProperty("cases").EnumerateArray())
        {
            double[] x = Numbers(example, "inputs"), cotangents = Numbers(example, "cotangents"), vjp = Numbers(example, "vjp");
            double[] tangents = Numbers(example, "tangents"), jvp = Numbers(example, "jvp");
            int width = x.Length / cotangents.Length;
            for (int row = 0; row < cotangents.Length; row++, rows++)
            {
                Range part = (row * width)..((row + 1) * width);
                var dx = new double[width];
                double value = LogSumExpRules.Vjp(x.AsSpan(part), cotangents[row], dx);
                Assert.Equal(Special.LogSumExp(x.AsSpan(part)), value);
                Assert.Equal(value, LogSumExpRules.Jvp(x.AsSpan(part), tangents.AsSpan(part), out double dot));
                AssertClose(jvp[row], dot, Tolerance(value));
                for (int i = 0; i < width; i++)
                {
                    AssertClose(vjp[row * width + i], dx[i], Tolerance(value));
                }

                AssertSingle(x[part], cotangents[row], tangents[part], vjp[part], jvp[row]);
            }
        }

        Assert.True(rows > 10);
    }

    [Fact]
    public void TermsFarBelowTheLargestKeepTheirDerivative()
    {
        double[] x = [-50, 0, -300, -700];
        var dx = new double[4];
        double value = LogSumExpRules.Vjp(x, 2, dx);
        Assert.Equal(Math.Exp(-50), value, 1e-15 * Math.Exp(-50));
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(2 * Math.Exp(x[i]), dx[i], 1e-15 * Math.Exp(x[i]) * 2);
            double[] direction = [0, 0, 0, 0];
            direction[i] = 1;
            LogSumExpRules.Jvp(x, direction, out double dot);
            Assert.Equal(dx[i] / 2, dot, 1e-15 * dot);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(29)]
    [InlineData(300)]
    public void EveryLengthIsAccurate(int length)
    {
        var random = new Random(length);
        double[] x = [.. Enumerable.Range(0, length).Select(_ => 60 * random.NextDouble() - 50)];
        x[random.Next(length)] = x[random.Next(length)];
        double largest = x.Max();
        decimal others = x.Sum(element => (decimal)Math.Exp(element - largest)) - 1;
        double expected = largest + Special.LogP1((double)others);
        double ulp = Math.BitIncrement(Math.Abs(largest) + Special.LogP1((double)others)) - Math.Abs(largest) - Special.LogP1((double)others);
        var dx = new double[length];
        Assert.Equal(expected, LogSumExpRules.Vjp(x, 1, dx), 4 * Math.Max(ulp, 1e-16));
        for (int i = 0; i < length; i++)
        {
            double softmax = Math.Exp(x[i] - largest) / (double)(others + 1);
            Assert.Equal(softmax, dx[i], 1e-15 * softmax);
        }

        float[] single = Array.ConvertAll(x, element => (float)element);
        Assert.Equal((float)Special.LogSumExp(Array.ConvertAll(single, element => (double)element)), Special.LogSumExp(single));
    }

    [Fact]
    public void RulesAndTheirRulesAgreeWithFiniteDifferences()
    {
        double[] x = [0.3, -1.2, 2.5, 0.3], t = [1, -0.5, 0.25, 2];
        GradCheck.Method(typeof(Special), nameof(Special.LogSumExp), x).ThrowIfFailed();
        GradCheck.Method(typeof(LogSumExpRules), nameof(LogSumExpRules.Vjp), x, 0.7, new double[4]).ThrowIfFailed();
        GradCheck.Method(typeof(LogSumExpRules), nameof(LogSumExpRules.Jvp), x, t).ThrowIfFailed();
    }

    [Fact]
    public void NoElementsHaveNoDerivative()
    {
        Assert.Equal(double.NegativeInfinity, LogSumExpRules.Jvp(default, default, out double dot));
        Assert.Equal(0, dot);
        Assert.Equal(float.NegativeInfinity, LogSumExpRules.Jvp(default, default, out float single));
        Assert.Equal(0, single);
        Assert.Equal(double.NegativeInfinity, LogSumExpRules.Vjp(default, 1, default(Span<double>)));
        Assert.Equal(float.NegativeInfinity, LogSumExpRules.Vjp(default, 1, default(Span<float>)));
    }

    [Fact]
    public void BuffersThatDoNotFitAreRefused()
    {
        double[] x = [1, 2, 3];
        float[] single = [1, 2, 3];
        Assert.Throws<ArgumentException>("dx", () => LogSumExpRules.Vjp(x, 1, x));
        Assert.Throws<ArgumentException>("dx", () => LogSumExpRules.Vjp(x, 1, new double[2]));
        Assert.Throws<ArgumentException>("xDot", () => LogSumExpRules.Jvp(x, new double[2], out double _));
        Assert.Throws<ArgumentException>("dx", () => LogSumExpRules.Vjp(single, 1, single));
        Assert.Throws<ArgumentException>("dx", () => LogSumExpRules.Vjp(single, 1, new float[2]));
        Assert.Throws<ArgumentException>("xDot", () => LogSumExpRules.Jvp(single, new float[2], out float _));
    }

    private static void AssertSingle(double[] x, double cotangent, double[] tangents, double[] vjp, double jvp)
    {
        float[] single = Array.ConvertAll(x, element => (float)element), dots = Array.ConvertAll(tangents, element => (float)element);
        var dx = new float[x.Length];
        float value = LogSumExpRules.Vjp(single, (float)cotangent, dx);
        Assert.Equal(Special.LogSumExp(single), value);
        Assert.Equal(value, LogSumExpRules.Jvp(single, dots, out float dot));
        AssertClose(jvp, dot, 1e-5);
        for (int i = 0; i < x.Length; i++)
        {
            AssertClose(vjp[i], dx[i], 1e-5);
        }
    }

    private static double[] Numbers(JsonElement example, string what) => [.. example.GetProperty(what)[0].GetProperty("data").EnumerateArray()
        .Select(number => number.ValueKind == JsonValueKind.String ? double.Parse(number.GetString()!, CultureInfo.InvariantCulture) : number.GetDouble())];

    // PyTorch takes the exponential of xᵢ less the rounded value.
    private static double Tolerance(double value) => double.IsFinite(value) ? 1e-14 + 2.3e-16 * Math.Abs(value) : 0;

    private static void AssertClose(double expected, double actual, double tolerance) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}

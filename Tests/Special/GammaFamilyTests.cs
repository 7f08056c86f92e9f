using System.Text.Json;
using StaticAd.Tests.Golden;
using Xunit;

namespace StaticAd.Tests;

/// <summary>Log-gamma, digamma and trigamma against 60-digit arithmetic.</summary>
public class GammaFamilyTests
{
    [Fact]
    public void PositiveArgumentsAreRelativelyAccurate()
    {
        foreach ((double x, double logGamma, double digamma, double trigamma) in Points().Where(p => p.X > 0.0))
        {
            AssertClose(logGamma, Special.LogGamma(x), 2e-15 * Math.Abs(logGamma), $"LogGamma({x:R})");
            AssertClose(digamma, Special.Digamma(x), 2e-15 * Math.Abs(digamma), $"Digamma({x:R})");
            AssertClose(trigamma, Special.Trigamma(x), 2e-15 * Math.Abs(trigamma), $"Trigamma({x:R})");
        }
    }

    [Fact]
    public void NegativeArgumentsAreAccurateBesideTheZeros()
    {
        int points = 0;
        foreach ((double x, double logGamma, double digamma, double trigamma) in Points().Where(p => p.X < 0.0))
        {
            AssertClose(logGamma, Special.LogGamma(x), 2e-15 * Math.Max(1.0, Math.Abs(logGamma)), $"LogGamma({x:R})");
            AssertClose(digamma, Special.Digamma(x), 1e-14 * Math.Max(1.0, Math.Abs(digamma)), $"Digamma({x:R})");
            AssertClose(trigamma, Special.Trigamma(x), 2e-15 * Math.Abs(trigamma), $"Trigamma({x:R})");
            points++;
        }

        Assert.True(points > 20);
    }

    [Fact]
    public void TheDigammaZeroIsResolved()
    {
        // The zero lies between two neighbouring doubles; ψ′ there is 0.9676722454….
        const double BelowZero = 1.4616321449683622;
        Assert.True(Special.Digamma(BelowZero) < 0.0);
        Assert.True(Special.Digamma(Math.BitIncrement(BelowZero)) > 0.0);
        double rise = Special.Digamma(Math.BitIncrement(BelowZero)) - Special.Digamma(BelowZero);
        Assert.Equal(0.9676722454, rise / (Math.BitIncrement(BelowZero) - BelowZero), 9);
    }

    private static IEnumerable<(double X, double LogGamma, double Digamma, double Trigamma)> Points()
    {
        using JsonDocument document = GoldenFile.Tensor("gamma_family");
        double[] x = Column(document, "x");
        double[] logGamma = Column(document, "log_gamma");
        double[] digamma = Column(document, "digamma");
        double[] trigamma = Column(document, "trigamma");
        for (int i = 0; i < x.Length; i++)
        {
            yield return (x[i], logGamma[i], digamma[i], trigamma[i]);
        }
    }

    private static double[] Column(JsonDocument document, string name) =>
        [.. document.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static void AssertClose(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{what}: expected {expected:R}, got {actual:R}");
}

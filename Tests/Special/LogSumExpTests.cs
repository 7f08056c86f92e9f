using Xunit;

namespace StaticAd.Tests;

public class LogSumExpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(1000)]
    public void AgreesWithTheDefinition(int length)
    {
        var random = new Random(length);
        var x = new double[length];
        for (int i = 0; i < length; i++)
        {
            x[i] = 10.0 * random.NextDouble() - 5.0;
        }

        decimal sum = 0m;
        foreach (double element in x)
        {
            sum += (decimal)Math.Exp(element);
        }

        double expected = Math.Log((double)sum);
        Assert.Equal(expected, Special.LogSumExp(x), 1e-14 * Math.Max(1.0, Math.Abs(expected)));
        float[] single = Array.ConvertAll(x, v => (float)v);
        Assert.Equal((float)expected, Special.LogSumExp(single), 1e-6f * Math.Max(1.0f, Math.Abs((float)expected)));
    }

    [Fact]
    public void NeitherOverflowsNorLosesSmallTerms()
    {
        Assert.Equal(1000.0 + Math.Log(2.0), Special.LogSumExp([1000.0, 1000.0]), 1e-12);
        Assert.Equal(-1000.0 + Math.Log(2.0), Special.LogSumExp([-1000.0, -1000.0]), 1e-12);
        Assert.Equal(Math.Exp(-50.0), Special.LogSumExp([-50.0, 0.0]), 1e-15 * Math.Exp(-50.0));
    }

    [Fact]
    public void HandlesEmptySpansInfinitiesAndNaN()
    {
        Assert.Equal(double.NegativeInfinity, Special.LogSumExp(ReadOnlySpan<double>.Empty));
        Assert.Equal(double.NegativeInfinity, Special.LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(double.PositiveInfinity, Special.LogSumExp([1.0, double.PositiveInfinity]));
        Assert.Equal(double.NaN, Special.LogSumExp([1.0, double.NaN, 2.0, double.PositiveInfinity, 3.0]));
        Assert.Equal(float.NegativeInfinity, Special.LogSumExp(ReadOnlySpan<float>.Empty));
        Assert.Equal(float.NaN, Special.LogSumExp([1.0f, float.NaN, 2.0f]));
    }
}

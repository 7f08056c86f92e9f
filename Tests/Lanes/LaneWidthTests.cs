using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Lanes;

/// <summary>A lane's result depends on that lane's argument alone: not on the width, the position, or the neighbours.</summary>
public class LaneWidthTests
{
    public static TheoryData<string> UnaryNames => [.. ScalarReference.Unary.Keys];

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void AllWidthsGiveTheSameBits(string function)
    {
        double[] x = Mixture();
        double[] expected = LaneFunctions<Double1, double, BooleanMask>.Evaluate(function, x);
        AssertBits(expected, LaneFunctions<Double2, double, Double2Mask>.Evaluate(function, x), x);
        AssertBits(expected, LaneFunctions<Double4, double, Double4Mask>.Evaluate(function, x), x);
        AssertBits(expected, LaneFunctions<Double8, double, Double8Mask>.Evaluate(function, x), x);
    }

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void AllFloatWidthsGiveTheSameBits(string function)
    {
        float[] x = Array.ConvertAll(Mixture(), v => (float)v);
        double[] wide = Array.ConvertAll(x, v => (double)v);
        float[] expected = LaneFunctions<Float1, float, BooleanMask>.Evaluate(function, x);
        AssertBits(Widen(expected), Widen(LaneFunctions<Float4, float, Float4Mask>.Evaluate(function, x)), wide);
        AssertBits(Widen(expected), Widen(LaneFunctions<Float8, float, Float8Mask>.Evaluate(function, x)), wide);
        AssertBits(Widen(expected), Widen(LaneFunctions<Float16, float, Float16Mask>.Evaluate(function, x)), wide);
    }

    [Fact]
    public void PowGivesTheSameBitsInAllWidths()
    {
        double[] x = Mixture();
        double[] y = [.. x.Reverse()];
        double[] expected = LaneFunctions<Double1, double, BooleanMask>.Evaluate("Pow", x, y);
        AssertBits(expected, LaneFunctions<Double2, double, Double2Mask>.Evaluate("Pow", x, y), x);
        AssertBits(expected, LaneFunctions<Double4, double, Double4Mask>.Evaluate("Pow", x, y), x);
        AssertBits(expected, LaneFunctions<Double8, double, Double8Mask>.Evaluate("Pow", x, y), x);
    }

    [Fact]
    public void ScalarFunctionsGiveTheBitsOfTheLanes()
    {
        double[] x = Mixture();
        foreach (string function in (string[])["Erf", "Erfc", "NormalCdf", "NormalPdf", "Sigmoid", "Softplus", "ExpM1", "LogP1"])
        {
            double[] scalar = Array.ConvertAll(x, v => ScalarReference.Unary[function](v));
            AssertBits(scalar, LaneFunctions<Double4, double, Double4Mask>.Evaluate(function, x), x);
        }
    }

    // Ordinary arguments with special ones between them, so that slow paths are taken beside fast ones.
    private static double[] Mixture()
    {
        var random = new Random(7);
        var x = new double[1024];
        for (int i = 0; i < x.Length; i++)
        {
            double scale = Math.Pow(10.0, random.Next(-8, 4));
            x[i] = random.Next(16) == 0
                ? ScalarReference.SpecialValues[random.Next(ScalarReference.SpecialValues.Length)]
                : scale * (2.0 * random.NextDouble() - 1.0);
        }

        return x;
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, v => (double)v);

    private static void AssertBits(double[] expected, double[] actual, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            bool same = BitConverter.DoubleToInt64Bits(expected[i]) == BitConverter.DoubleToInt64Bits(actual[i])
                || (double.IsNaN(expected[i]) && double.IsNaN(actual[i]));
            Assert.True(same, $"argument {x[i]:R} in place {i}: {expected[i]:R} and {actual[i]:R}");
        }
    }
}

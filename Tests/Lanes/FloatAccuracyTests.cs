using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Lanes;

/// <summary>The stated bounds of the single-precision functions, against double precision, over a sweep through all floats.</summary>
public class FloatAccuracyTests
{
    // A prime, so that the sweep meets all exponents and many fractions.
    private const int Stride = 30011;

    [Theory]
    [InlineData("Exp", 1.0)]
    [InlineData("Log", 1.0)]
    [InlineData("Sin", 1.5)]
    [InlineData("Cos", 1.5)]
    [InlineData("SinOfPair", 1.5)]
    [InlineData("CosOfPair", 1.5)]
    [InlineData("Tanh", 3.0)]
    [InlineData("Sigmoid", 2.5)]
    [InlineData("Erf", 0.501)]
    [InlineData("Erfc", 0.501)]
    [InlineData("NormalCdf", 0.501)]
    [InlineData("Softplus", 0.501)]
    [InlineData("LogP1", 0.501)]
    public void ErrorStaysBelowItsBound(string function, double bound)
    {
        float[] x = Sweep();
        float[] computed = LaneFunctions<Float8, float, Float8Mask>.Evaluate(function, x);
        double worst = 0.0;
        float worstArgument = 0.0f;
        for (int i = 0; i < x.Length; i++)
        {
            double exact = ScalarReference.Unary[function](x[i]);
            if (double.IsFinite(exact) && float.IsFinite((float)exact))
            {
                double error = Math.Abs(computed[i] - exact) / Unit(exact);
                (worst, worstArgument) = error > worst ? (error, x[i]) : (worst, worstArgument);
            }
            else
            {
                Assert.Equal((float)exact, computed[i]);
            }
        }

        Assert.True(worst is > 0.3 && worst <= bound, $"{function}({worstArgument:R}) is off by {worst:F3} ulp; the bound is {bound}");
    }

    private static float[] Sweep()
    {
        int count = (int)(0xFFFFFFFFu / Stride) / 8 * 8;
        var x = new float[count];
        for (int i = 0; i < count; i++)
        {
            x[i] = BitConverter.UInt32BitsToSingle((uint)i * Stride);
        }

        return x;
    }

    private static double Unit(double exact)
    {
        float magnitude = Math.Abs((float)exact);
        return magnitude < 1.17549435e-38f ? float.Epsilon : Math.Pow(2.0, Math.ILogB(Math.Abs(exact)) - 23);
    }
}

using StaticAd.Tests.Golden;
using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>Values and partial derivatives against the reference files: exact where they are, else PyTorch's conventions.</summary>
public class GoldenRuleTests
{
    private const double Tolerance = 1e-13;

    [Theory]
    [InlineData("abs")]
    [InlineData("acos")]
    [InlineData("acosh")]
    [InlineData("asin")]
    [InlineData("asinh")]
    [InlineData("atan")]
    [InlineData("ceil")]
    [InlineData("clamp_m1_p1")]
    [InlineData("clamp_min0")]
    [InlineData("cos")]
    [InlineData("cosh")]
    [InlineData("digamma")]
    [InlineData("erf")]
    [InlineData("exp")]
    [InlineData("expm1")]
    [InlineData("floor")]
    [InlineData("lgamma")]
    [InlineData("log")]
    [InlineData("logsigmoid")]
    [InlineData("reciprocal")]
    [InlineData("relu")]
    [InlineData("round")]
    [InlineData("rsqrt")]
    [InlineData("sigmoid")]
    [InlineData("sign")]
    [InlineData("sin")]
    [InlineData("sinh")]
    [InlineData("softplus")]
    [InlineData("sqrt")]
    [InlineData("square")]
    [InlineData("tan")]
    [InlineData("tanh")]
    [InlineData("cbrt_equiv")]
    public void Unary(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        Formula formula = GoldenFormulas.Of(op);
        for (int i = 0; i < golden.Count; i++)
        {
            if (Departure(op, golden.X[i]) is { } expected)
            {
                AssertDeparture(expected, formula, golden.X[i]);
                continue;
            }

            Point point = formula.At(golden.X[i]);
            string where = $"{op} at {golden.X[i]:R}";
            NumberAssert.Close(golden.ExpectedValue(i), point.Value, Tolerance, where);
            NumberAssert.Close(golden.ExpectedDx(i), point.Derivatives[0], Tolerance, where + ", derivative");
        }
    }

    [Theory]
    [InlineData("atan2")]
    [InlineData("div")]
    [InlineData("fmod")]
    [InlineData("hypot")]
    [InlineData("maximum")]
    [InlineData("minimum")]
    [InlineData("mul")]
    [InlineData("pow")]
    public void Binary(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        Formula formula = GoldenFormulas.Of(op);
        for (int i = 0; i < golden.Count; i++)
        {
            double x = golden.X[i], y = golden.Y![i];
            Point point = formula.At(x, y);
            string where = $"{op} at ({x:R}, {y:R})";
            (double dx, double dy) = op == "atan2" && Math.Abs(x) is 1e200 or 1e-200
                ? (0.5 / x, -0.5 / y) // PyTorch squares 1e±200; on the diagonal the derivatives are ±1/(2x)
                : (golden.Dx[i], golden.Dy![i]);
            NumberAssert.Close(golden.Value[i], point.Value, Tolerance, where);
            NumberAssert.Close(dx, point.Derivatives[0], Tolerance, where + ", d/dx");
            NumberAssert.Close(dy, point.Derivatives[1], Tolerance, where + ", d/dy");
        }
    }

    [Theory]
    [InlineData("powc_0p0")]
    [InlineData("powc_0p5")]
    [InlineData("powc_1p0")]
    [InlineData("powc_2p0")]
    [InlineData("powc_3p0")]
    [InlineData("powc_m0p5")]
    [InlineData("powc_m1p0")]
    public void PowerWithConstantExponent(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        double exponent = golden.Params["exponent"];
        Formula formula = GoldenFormulas.Power(exponent);
        for (int i = 0; i < golden.Count; i++)
        {
            double x = golden.X[i];
            if (!double.IsInteger(exponent) && (x == double.NegativeInfinity || (x == 0 && double.IsNegative(x))))
            {
                continue; // PyTorch computes these through sqrt, which differs from pow there: see HalfPowersAreThoseOfPow
            }

            Point point = formula.At(x);
            string where = $"{x:R} to the power of {exponent:R}";
            NumberAssert.Close(golden.Value[i], point.Value, Tolerance, where);
            NumberAssert.Close(golden.Dx[i], point.Derivatives[0], Tolerance, where + ", derivative");
        }
    }

    [Theory]
    [InlineData(0.5, -0.0, 0, double.PositiveInfinity)]
    [InlineData(0.5, double.NegativeInfinity, double.PositiveInfinity, 0)]
    [InlineData(-0.5, -0.0, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(-0.5, double.NegativeInfinity, 0, 0)]
    public void HalfPowersAreThoseOfPow(double exponent, double x, double value, double derivative)
    {
        Point point = GoldenFormulas.Power(exponent).At(x);
        Assert.Equal((value, derivative), (point.Value, point.Derivatives[0]));
    }

    /// <summary>Where we do not follow PyTorch's numbers: the expected value and derivative; null elsewhere.</summary>
    private static (double? Value, double Derivative)? Departure(string op, double x) => op switch
    {
        "cbrt_equiv" when x == 0 => (0, double.PositiveInfinity), // PyTorch's NaN comes from composing it of sign, pow and abs
        "digamma" when x < 0 && double.IsInteger(x) => (double.NaN, double.PositiveInfinity), // finite garbage in PyTorch
        "sign" when double.IsNaN(x) => (null, 0), // Math.Sign throws
        _ => null,
    };

    private static void AssertDeparture((double? Value, double Derivative) expected, Formula formula, double x)
    {
        if (expected.Value is not { } value)
        {
            Assert.ThrowsAny<Exception>(() => formula.At(x));
            return;
        }

        Point point = formula.At(x);
        Assert.Equal((value, expected.Derivative), (point.Value, point.Derivatives[0]));
    }
}

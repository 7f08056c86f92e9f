using System.Numerics;
using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Lanes;

/// <summary>
/// The error bounds that the documentation states, in units in the last place, over dense sweeps. All widths give the same
/// bits (see <see cref="LaneWidthTests"/>), so one width is measured.
/// </summary>
public class AccuracyTests
{
    private const int Points = 1500;
    private static readonly HighPrecision Narrow = new(400);
    private static readonly HighPrecision Wide = new(1400);

    private static readonly Dictionary<string, Func<HighPrecision, BigInteger, BigInteger>> Exact = new()
    {
        ["Exp"] = (p, x) => p.Exp(x),
        ["Exp2"] = (p, x) => p.Exp(p.Multiply(x, p.Log(2 * p.One))),
        ["ExpM1"] = (p, x) => p.Exp(x) - p.One,
        ["Log"] = (p, x) => p.Log(x),
        ["Log2"] = (p, x) => p.Divide(p.Log(x), p.Log(2 * p.One)),
        ["Log10"] = (p, x) => p.Divide(p.Log(x), p.Log(10 * p.One)),
        ["LogP1"] = (p, x) => p.Log(p.One + x),
        ["Sin"] = (p, x) => p.SinCos(x).Sin,
        ["Cos"] = (p, x) => p.SinCos(x).Cos,
        ["Tan"] = (p, x) => p.Divide(p.SinCos(x).Sin, p.SinCos(x).Cos),
        ["Sinh"] = (p, x) => (p.Exp(x) - p.Exp(-x)) / 2,
        ["Cosh"] = (p, x) => (p.Exp(x) + p.Exp(-x)) / 2,
        ["Tanh"] = (p, x) => p.Divide(p.Exp(x) - p.Exp(-x), p.Exp(x) + p.Exp(-x)),
        ["Sigmoid"] = (p, x) => p.Divide(p.One, p.One + p.Exp(-x)),
        ["Softplus"] = (p, x) => p.Log(p.One + p.Exp(x)),
        ["Erf"] = (p, x) => p.Erf(x),
        ["Erfc"] = (p, x) => p.One - p.Erf(x),
        ["NormalCdf"] = (p, x) => (p.One + p.Erf(p.Divide(x, p.Sqrt(2 * p.One)))) / 2,
        ["ErfcTail"] = (p, x) => p.ErfcTail(x),
        ["NormalCdfTail"] = (p, x) => p.ErfcTail(p.Divide(-x, p.Sqrt(2 * p.One))) / 2,
        ["NormalPdf"] = (p, x) => p.NormalDensity(x),
        ["ExpMinusSquare"] = (p, x) => p.Exp(-p.Multiply(x, x)),
    };

    [Theory]
    [InlineData("Exp", -40.0, 40.0, 1.0)]
    [InlineData("Exp2", -50.0, 50.0, 1.5)]
    [InlineData("ExpM1", -3.0, 3.0, 2.0)]
    [InlineData("ExpM1", -1e-3, 1e-3, 1.0)]
    [InlineData("Log", 0.0, 3.0, 1.0)]
    [InlineData("Log", 0.999, 1.001, 1.0)]
    [InlineData("Log", 1e10, 1e12, 1.0)]
    [InlineData("Log2", 0.0, 3.0, 2.0)]
    [InlineData("Log10", 0.0, 3.0, 2.0)]
    [InlineData("LogP1", -0.99, 3.0, 2.0)]
    [InlineData("LogP1", -1e-6, 1e-6, 2.0)]
    [InlineData("Sin", -10.0, 10.0, 1.5)]
    [InlineData("Sin", 1e8, 1.07e9, 1.5)]
    [InlineData("Cos", -10.0, 10.0, 1.5)]
    [InlineData("Cos", 1e8, 1.07e9, 1.5)]
    [InlineData("Tan", -10.0, 10.0, 3.0)]
    [InlineData("Sinh", -5.0, 5.0, 3.0)]
    [InlineData("Cosh", -5.0, 5.0, 2.0)]
    [InlineData("Tanh", -5.0, 5.0, 3.0)]
    [InlineData("Sigmoid", -40.0, 40.0, 2.5)]
    [InlineData("Softplus", -40.0, 40.0, 2.5)]
    [InlineData("Erf", -3.0, 3.0, 3.0)]
    [InlineData("Erfc", -3.0, 6.0, 5.0)]
    [InlineData("NormalCdf", -8.0, 8.0, 7.0)]
    [InlineData("NormalPdf", -8.0, 8.0, 2.5)]
    [InlineData("ExpMinusSquare", -6.0, 6.0, 1.5)]
    public void ErrorStaysBelowItsBound(string function, double from, double to, double bound) =>
        AssertBound(Narrow, function, from, to, bound, Points);

    [Theory]
    [InlineData("Exp", -745.0, -700.0, 1.0)]
    [InlineData("Exp", 690.0, 709.7, 1.0)]
    [InlineData("Exp2", -1074.0, 1023.0, 1.5)]
    [InlineData("Sinh", 700.0, 710.4, 3.0)]
    [InlineData("Cosh", 700.0, 710.4, 2.0)]
    [InlineData("Sigmoid", -744.0, -40.0, 2.5)]
    [InlineData("Softplus", -744.0, -40.0, 2.5)]
    [InlineData("Erfc", 6.0, 27.2, 5.0)]
    [InlineData("NormalCdf", -38.4, -8.0, 7.0)]
    [InlineData("NormalPdf", 8.0, 38.4, 2.5)]
    [InlineData("ExpMinusSquare", 6.0, 27.2, 1.5)]
    public void ErrorStaysBelowItsBoundInTheTails(string function, double from, double to, double bound) =>
        AssertBound(Wide, function, from, to, bound, 120, function is "Erfc" or "NormalCdf" ? function + "Tail" : function);

    [Fact]
    public void PowStaysBelowItsBound()
    {
        var random = new Random(11);
        double worst = 0.0;
        for (int i = 0; i < 600; i += 4)
        {
            double[] x =
            [
                0.1 + 10.0 * random.NextDouble(), Math.Exp(80.0 * random.NextDouble() - 40.0),
                1.0 + 1e-3 * random.NextDouble(), 0.5,
            ];
            double[] y = Array.ConvertAll(x, v => 1000.0 * (random.NextDouble() - 0.5) / Math.Max(1.0, Math.Abs(Math.Log(v))));
            double[] result = LaneFunctions<Double4, double, Double4Mask>.Evaluate("Pow", x, y);
            for (int k = 0; k < x.Length; k++)
            {
                BigInteger exact = Wide.Exp(Wide.Multiply(Wide.FromDouble(y[k]), Wide.Log(Wide.FromDouble(x[k]))));
                worst = Math.Max(worst, Math.Abs(Wide.UlpError(result[k], exact)));
            }
        }

        Assert.InRange(worst, 0.4, 1.5);
    }

    private static void AssertBound(
        HighPrecision precision, string function, double from, double to, double bound, int points, string? reference = null)
    {
        double[] x = new double[points / 4 * 4];
        var random = new Random(5);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = from + (to - from) * (i + random.NextDouble()) / x.Length;
        }

        double[] computed = LaneFunctions<Double4, double, Double4Mask>.Evaluate(function, x);
        double worst = 0.0;
        double worstArgument = 0.0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = Math.Abs(precision.UlpError(computed[i], Exact[reference ?? function](precision, precision.FromDouble(x[i]))));
            (worst, worstArgument) = error > worst ? (error, x[i]) : (worst, worstArgument);
        }

        // Rounding alone makes nearly half a unit in a sweep: less would mean that the oracle measures nothing.
        Assert.True(worst is > 0.3 && worst <= bound, $"{function}({worstArgument:R}) is off by {worst:F3} ulp; the bound is {bound}");
    }
}

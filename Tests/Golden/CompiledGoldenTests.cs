using StaticAd.Tests.Rules;
using Xunit;

namespace StaticAd.Tests.Golden;

/// <summary>
/// The reference files against what a caller gets: compiled methods, first and second derivatives. The formulas of the rules alone are
/// compared in <see cref="GoldenRuleTests"/>.
/// </summary>
public class CompiledGoldenTests
{
    private const double Tolerance = 1e-13;

    // PyTorch's second derivatives are computed numbers themselves.
    private const double SecondTolerance = 1e-12;

    public static TheoryData<string> Unary => [.. GoldenProgram.Unary];

    public static TheoryData<string> Binary => [.. GoldenProgram.Binary];

    [Fact]
    public void EveryPointOfEveryFileIsCompared()
    {
        string[] compared = [.. GoldenProgram.Unary.Concat(GoldenProgram.Binary).Order(StringComparer.Ordinal)];
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "scalar_*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)["scalar_".Length..]).Order(StringComparer.Ordinal)];
        Assert.Equal(files, compared);
        Assert.Equal(2112, files.Sum(op => GoldenFile.Scalar(op).Count));
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void FirstDerivativesOfOneArgument(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        var gradient = GoldenProgram.Member<GoldenProgram.OfOneGradient>(op, "ValueAndGradient");
        for (int i = 0; i < golden.Count; i++)
        {
            double x = golden.X[i];
            if (op == "sign" && double.IsNaN(x))
            {
                Assert.Throws<ArithmeticException>(() => gradient(x, out _));
                continue;
            }

            double value = gradient(x, out double dx);
            (double expected, double slope) = GoldenDepartures.First(op, x) ?? (golden.ExpectedValue(i), golden.ExpectedDx(i));
            NumberAssert.Close(expected, value, Tolerance, $"{op} at {x:R}");
            NumberAssert.Close(slope, dx, Tolerance, $"{op} at {x:R}, derivative");
        }
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void SecondDerivativesOfOneArgument(string op)
    {
        if (op == "digamma")
        {
            return; // Its derivative is Trigamma, which has none.
        }

        GoldenFile golden = GoldenFile.Scalar(op);
        var hessian = GoldenProgram.Member<GoldenProgram.Hessian>(op, "Hessian");
        double[] second = new double[1];
        for (int i = 0; i < golden.Count; i++)
        {
            double x = golden.X[i];
            if (op == "sign" && double.IsNaN(x))
            {
                continue;
            }

            hessian(x, second);
            if (!IsClose(golden.SecondDerivative![i], second[0]))
            {
                NumberAssert.Close(
                    GoldenDepartures.Second(op, x) ?? golden.SecondDerivative[i], second[0], SecondTolerance, $"{op} at {x:R}, second derivative");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void FirstDerivativesOfTwoArguments(string op)
    {
        GoldenFile golden = GoldenFile.Scalar(op);
        var gradient = GoldenProgram.Member<GoldenProgram.OfTwoGradient>(op, "ValueAndGradient");
        for (int i = 0; i < golden.Count; i++)
        {
            double x = golden.X[i], y = golden.Y![i];
            double value = gradient(x, y, out double dx, out double dy);
            (double byX, double byY) = op == "atan2" && Math.Abs(x) is 1e200 or 1e-200
                ? (0.5 / x, -0.5 / y) // PyTorch squares 1e±200; on the diagonal the derivatives are ±1/(2x)
                : (golden.Dx[i], golden.Dy![i]);
            NumberAssert.Close(golden.Value[i], value, Tolerance, $"{op} at ({x:R}, {y:R})");
            NumberAssert.Close(byX, dx, Tolerance, $"{op} at ({x:R}, {y:R}), d/dx");
            NumberAssert.Close(byY, dy, Tolerance, $"{op} at ({x:R}, {y:R}), d/dy");
        }
    }

    private static bool IsClose(double expected, double actual) => double.IsFinite(expected)
        ? Math.Abs(actual - expected) <= SecondTolerance * Math.Abs(expected)
        : expected.Equals(actual);
}

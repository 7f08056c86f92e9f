using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>The conventions of docs/conventions.md that no reference file holds.</summary>
public class ConventionTests
{
    [Theory]
    [InlineData(2, -1, 1, 0, 0, 1)]
    [InlineData(-2, -1, 1, 0, 1, 0)]
    [InlineData(0.5, -1, 1, 1, 0, 0)]
    [InlineData(1, -1, 1, 1, 0, 0)]
    [InlineData(-1, -1, 1, 1, 0, 0)]
    [InlineData(1, 1, 1, 1, 0, 0)]
    [InlineData(double.NaN, -1, 1, 0, 0, 0)]
    public void ClampHandsTheCotangentToTheBoundOnlyOutside(double x, double low, double high, double dx, double dLow, double dHigh) =>
        Assert.Equal([dx, dLow, dHigh], Formula.Of("Clamp").At(x, low, high).Derivatives);

    [Theory]
    [InlineData("MaxMagnitude", -3, 2, 1, 0)]
    [InlineData("MaxMagnitude", 2, -3, 0, 1)]
    [InlineData("MaxMagnitude", 2, 2, 0.5, 0.5)]
    [InlineData("MaxMagnitude", 2, -2, 1, 0)]
    [InlineData("MaxMagnitude", -2, 2, 0, 1)]
    [InlineData("MaxMagnitude", double.NaN, 2, 1, 1)]
    [InlineData("MinMagnitude", -3, 2, 0, 1)]
    [InlineData("MinMagnitude", 2, -3, 1, 0)]
    [InlineData("MinMagnitude", -2, -2, 0.5, 0.5)]
    [InlineData("MinMagnitude", 2, -2, 0, 1)]
    [InlineData("MinMagnitude", 2, double.NaN, 1, 1)]
    [InlineData("MaxNumber", 1, 2, 0, 1)]
    [InlineData("MaxNumber", 2, 2, 1, 0)]
    [InlineData("MaxNumber", double.NaN, 2, 0, 1)]
    [InlineData("MaxNumber", 2, double.NaN, 1, 0)]
    [InlineData("MinNumber", 1, 2, 1, 0)]
    [InlineData("MinNumber", 2, 2, 1, 0)]
    [InlineData("MinNumber", double.NaN, 2, 0, 1)]
    [InlineData("MinNumber", 2, double.NaN, 1, 0)]
    [InlineData("CopySign", 3, 2, 1, 0)]
    [InlineData("CopySign", 3, -2, -1, 0)]
    [InlineData("CopySign", -3, 2, -1, 0)]
    [InlineData("CopySign", -3, -0.0, 1, 0)]
    [InlineData("CopySign", 0, -2, 0, 0)]
    public void SelectionOfOneArgument(string function, double x, double y, double dx, double dy) =>
        Assert.Equal([dx, dy], Formula.Of(function).At(x, y).Derivatives);

    /// <summary>0.9 is 8 times 0.1 (as doubles) and a remainder just below 0.1, but the rounded quotient is 9.</summary>
    [Theory]
    [InlineData(0.9, 0.1, -8)]
    [InlineData(-0.9, 0.1, 8)]
    [InlineData(5.5, 2, -2)]
    [InlineData(1e300, 1e-10, double.NegativeInfinity)]
    public void RemainderCountsWholeDivisors(double x, double y, double dy)
    {
        var formula = new Formula(2, (block, arguments) => block.Compute(Opcode.Remainder, IrType.Double, null, arguments));
        Assert.Equal([1, dy], formula.At(x, y).Derivatives);
    }

    [Theory]
    [InlineData(5.5, 2, -3)]
    [InlineData(-7.2, 3, 2)]
    [InlineData(0.9, 0.1, -9)]
    public void IeeeRemainderCountsRoundedDivisors(double x, double y, double dy) =>
        Assert.Equal([1, dy], Formula.Of("IEEERemainder").At(x, y).Derivatives);

    [Theory]
    [InlineData(0.3, 5, 32)]
    [InlineData(-7, -3, 0.125)]
    [InlineData(0, 1, 2)]
    public void ScaleBByAPassiveExponent(double x, int n, double dx) =>
        Assert.Equal([dx, 0], WithPassiveInteger("ScaleB").At(x, n).Derivatives);

    [Theory]
    [InlineData(27, 3, 1.0 / 27)]
    [InlineData(-27, 3, 1.0 / 27)]
    [InlineData(16, 4, 1.0 / 32)]
    [InlineData(4, -2, -1.0 / 16)]
    [InlineData(5, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 3, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 3, 0)]
    public void RootNByAPassiveDegree(double x, int n, double dx) =>
        NumberAssert.Close(dx, WithPassiveInteger("RootN").At(x, n).Derivatives[0], 1e-15, $"RootN({x}, {n})");

    /// <summary>The derivative of y·x^(y-1) in y is x^(y-1)·(1 + y·log x): at y = 0 it is 1/x, though the first derivative is 0.</summary>
    [Theory]
    [InlineData(2.5, 0)]
    [InlineData(1e-300, 0)]
    [InlineData(2.5, 1.5)]
    public void MixedSecondDerivativesOfPowAreSymmetric(double x, double y)
    {
        Formula pow = Formula.Of("Pow");
        double expected = Math.Pow(x, y - 1) * (1 + (y * Math.Log(x)));
        NumberAssert.Close(expected, pow.Derivative(0).At(x, y).Derivatives[1], 1e-14, "d/dy d/dx");
        NumberAssert.Close(expected, pow.Derivative(1).At(x, y).Derivatives[0], 1e-14, "d/dx d/dy");
    }

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(3, 0, 0)]
    [InlineData(3, 2, 12)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(2, -3, 2)]
    public void SecondDerivativesOfIntegerPowersAreFinite(double exponent, double x, double second) =>
        Assert.Equal(second, Formula.Of("Pow").Derivative(0).At(x, exponent).Derivatives[0]);

    [Fact]
    public void TanhStaysFiniteInEveryOrder()
    {
        Formula second = Formula.Of("Tanh").Derivative(0), third = second.Derivative(0);
        foreach (double x in new[] { 400, 711, 1e5, 1e300, double.PositiveInfinity })
        {
            Assert.Equal(0, second.At(x).Derivatives[0]);
            Assert.Equal(0, third.At(-x).Derivatives[0]);
        }
    }

    private static Formula WithPassiveInteger(string function) =>
        new([IrType.Double, IrType.Int], (block, x) => block.Function(function, x));
}

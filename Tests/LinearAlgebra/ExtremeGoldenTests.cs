using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>
/// Largest and smallest elements of whole tensors, and of rows, against PyTorch's. What PyTorch does with ties depends on the function: of a
/// whole tensor they share the derivative, as here always; along a dimension the first of them has it all, which is left out.
/// </summary>
public sealed class ExtremeGoldenTests
{
    [Theory]
    [InlineData("max_all", true)]
    [InlineData("min_all", false)]
    public void OfWholeTensors(string operation, bool isLargest)
    {
        GoldenTable[] cases = [.. GoldenTable.Read(operation).Where(static golden => !golden.Data("inputs").Any(double.IsNaN))];
        Assert.Contains(cases, static golden => golden.HasEdge);
        Check(cases, isLargest, static golden => golden.Data("inputs").Length);
    }

    [Theory]
    [InlineData("max_dim", true)]
    [InlineData("min_dim", false)]
    public void OfRows(string operation, bool isLargest) =>
        Check([.. GoldenTable.Read(operation).Where(static golden => !golden.HasEdge)], isLargest, static golden => golden.Shape("inputs")[^1]);

    [Fact]
    public void WhatIsNotANumberIsTheResultAndMakesTheGradientOne()
    {
        double[] a = [1, double.NaN, 3, 2, 2, 1], result = new double[2], gradient = new double[6];
        RowRules.MaximaVjp<double>(a, result, 3, [1, 1], gradient);
        Assert.Equal([double.NaN, 2], result);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 0.5, 0.5, 0], gradient);
    }

    private static void Check(GoldenTable[] cases, bool isLargest, Func<GoldenTable, int> sizeOf)
    {
        foreach (GoldenTable golden in cases)
        {
            double[] a = golden.Data("inputs"), bar = golden.Data("cotangents"), dot = golden.Data("tangents");
            double[] y = golden.Empty("outputs"), yDot = golden.Empty("outputs"), da = golden.Empty("inputs");
            int size = sizeOf(golden);
            if (isLargest)
            {
                RowRules.MaximaVjp<double>(a, y, size, bar, da);
                RowRules.MaximaJvp<double>(a, y, size, dot, yDot);
            }
            else
            {
                RowRules.MinimaVjp<double>(a, y, size, bar, da);
                RowRules.MinimaJvp<double>(a, y, size, dot, yDot);
            }

            golden.Near("outputs", y);
            golden.Near("vjp", da);
            golden.Near("jvp", yDot);
        }
    }
}

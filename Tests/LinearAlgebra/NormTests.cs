using StaticAd.CompilerServices;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Norms of any order: against PyTorch's, kinks included, and where powers leave the range of the type.</summary>
public sealed class NormTests
{
    [Fact]
    public void TheyAndTheirDerivativesAreThoseOnFile()
    {
        foreach (GoldenTable golden in GoldenTable.Read("vector_norm"))
        {
            double order = golden.Number("ord");
            (double[] a, double[] dot, double[] bar) = (golden.Data("inputs"), golden.Data("tangents"), golden.Data("cotangents"));
            double[] norms = golden.Empty("outputs"), tangents = golden.Empty("outputs"), da = golden.Empty("inputs"), added = new double[a.Length];
            int size = golden.Shape("inputs")[^1];
            LinearAlgebra.Norms(a, norms, size, order);
            golden.Near("outputs", norms);
            NormRules.NormsJvp(a, norms, size, order, dot, tangents);
            golden.Near("jvp", tangents);
            NormRules.NormsVjp(a, norms, size, order, [.. bar], da);
            golden.Near("vjp", da);
            using var tape = new Tape();
            NormRules.NormsForward(a, norms, size, order, tape);
            NormRules.NormsBackward(a, norms, size, order, bar, added, tape);
            golden.Near("vjp", added);
        }
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(0.5)]
    [InlineData(-2.0)]
    public void PowersOutOfRangeDoNoHarm(double order)
    {
        double[] norms = new double[2], plain = new double[1], gradient = new double[4], plainGradient = new double[2];
        LinearAlgebra.Norms([3e200, -4e200, 3e-200, 4e-200], norms, 2, order);
        LinearAlgebra.Norms([3, -4], plain, 2, order);
        Assert.Equal(plain[0] * 1e200, norms[0], plain[0] * 1e187);
        Assert.Equal(plain[0] * 1e-200, norms[1], plain[0] * 1e-213);
        NormRules.NormsVjp([3e200, -4e200, 3e-200, 4e-200], norms, 2, order, [1, 1], gradient);
        NormRules.NormsVjp([3, -4], plain, 2, order, [1], plainGradient);
        Close.Assert([plainGradient[0], plainGradient[1], plainGradient[0], -plainGradient[1]], gradient, 1e-12, "the gradient");
    }

    [Fact]
    public void WhatIsNotFiniteStaysSo()
    {
        double[] norms = new double[3], a = [1, double.NaN, double.PositiveInfinity, 2, 0, double.NegativeInfinity];
        foreach (double order in (double[])[1, 1.5, 3, double.PositiveInfinity])
        {
            LinearAlgebra.Norms(a, norms, 2, order);
            Assert.Equal([double.NaN, double.PositiveInfinity, double.PositiveInfinity], norms);
        }

        LinearAlgebra.Norms(a, norms, 2, double.NegativeInfinity);
        Assert.Equal([double.NaN, 2, 0], norms);
        LinearAlgebra.Norms(a, norms, 2, 0.0);
        Assert.Equal([2, 2, 1], norms);
    }

    [Fact]
    public void WhatDoesNotFitIsNamed()
    {
        double[] a = new double[6], norms = new double[2];
        Assert.Throws<ArgumentException>("order", () => LinearAlgebra.Norms(a, norms, 3, double.NaN));
        Assert.Throws<ArgumentException>("a", () => LinearAlgebra.Norms(a, norms, 2, 1.0));
        Assert.Throws<ArgumentException>("norms", () => LinearAlgebra.Norms(a, a.AsSpan(0, 2), 3, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => LinearAlgebra.Norms(a, norms, -3, 1.0));
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double[] a = [.. Enumerable.Range(1, 40).Select(static i => Math.Sin(i))], norms = new double[4], bars = [1, 2, 3, 4], da = new double[40];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            foreach (double order in (ReadOnlySpan<double>)[0, 1, 2, 3, double.PositiveInfinity])
            {
                LinearAlgebra.Norms(a, norms, 10, order);
                NormRules.NormsVjp(a, norms, 10, order, bars, da);
            }
        });
        Assert.Equal(0, bytes);
    }
}

using Xunit;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>What factorisations do with matrices and lengths that they cannot do with: they say so, and write nothing.</summary>
public sealed class FactorFailureTests
{
    [Theory]
    [InlineData(1, double.NaN)]
    [InlineData(3, double.NegativeInfinity)]
    [InlineData(20, double.PositiveInfinity)]
    public void AnElementThatIsNotFiniteIsFoundWhereverItIs(int n, double value)
    {
        var random = new Random(n);
        for (int attempt = 0; attempt < 20; attempt++)
        {
            double[] a = Naive.Random(random, 3 * n * n);
            a[(2 * n * n) - 1 - random.Next(n * n)] = value;
            CheckAll(a, n, 1);
            CheckAll(a[(n * n)..(2 * n * n)], n, 0);
        }
    }

    [Fact]
    public void WhatOverflowsIsNamed()
    {
        double[] a = [0, 0, 0, 0, 1e307, 1e3, 0, 1e308], results = Close.Filled(8, 4.5);
        Assert.False(LinearAlgebra.TryMatrixExponential(a, results, 2, out int failed));
        Assert.Equal(1, failed);
        Assert.False(LinearAlgebra.TryPseudoInverse([5e-324, 0, 0, 0], results.AsSpan(0, 4), 2, 2, out failed));
        Assert.Equal(0, failed);
        Assert.False(LinearAlgebra.TryQr(Close.Filled(4, double.MaxValue), results.AsSpan(0, 4), results.AsSpan(4, 4), 2, 2, out failed));
        Assert.False(LinearAlgebra.TrySingularValues(Close.Filled(4, double.MaxValue), results.AsSpan(0, 2), 2, 2, out failed));
        Assert.False(LinearAlgebra.TrySymmetricEigenvalues(Close.Filled(4, double.MaxValue), results.AsSpan(0, 2), 2, out failed));
        Assert.All(results, static number => Assert.Equal(4.5, number));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-170)]
    [InlineData(1e300)]
    public void VeryLargeAndVerySmallMatricesAreAsAccurate(double scale)
    {
        double[] a = Naive.Random(new Random(1), 25), scaled = [.. a.Select(x => x * scale)];
        double[] w = new double[5], v = new double[25], q = new double[25], expected = new double[5], unused = new double[25];
        LinearAlgebra.SymmetricEigenvalues(a, expected, unused, 5);
        LinearAlgebra.SymmetricEigenvalues(scaled, w, v, 5);
        Close.Assert(expected, [.. w.Select(x => x / scale)], 1e-14, "eigenvalues");
        Close.Assert(unused, v, 1e-13, "eigenvectors");
        LinearAlgebra.SingularValues(a, expected, 5, 5);
        LinearAlgebra.SingularValues(scaled, w, 5, 5);
        Close.Assert(expected, [.. w.Select(x => x / scale)], 1e-14, "singular values");
        LinearAlgebra.Qr(a, q, unused, 5, 5);
        LinearAlgebra.Qr(scaled, v, unused, 5, 5);
        Close.Assert(q, v, 1e-13, "orthogonal factors");
    }

    [Fact]
    public void LengthsThatDoNotFitAreNamed()
    {
        double[] six = new double[6], four = new double[4], two = new double[2], nine = new double[9];
        Refused("a", () => LinearAlgebra.SymmetricEigenvalues(six, two, 2));
        Refused("values", () => LinearAlgebra.SymmetricEigenvalues(four, new double[3], 2));
        Refused("vectors", () => LinearAlgebra.SymmetricEigenvalues(four, two, six, 2));
        Refused("n", () => LinearAlgebra.SymmetricEigenvalues(four, two, -2));
        Refused("a", () => LinearAlgebra.Qr(four, six, new double[4], 3, 2));
        Refused("q", () => LinearAlgebra.Qr(six, new double[7], four, 3, 2));
        Refused("r", () => LinearAlgebra.Qr(six, six[..], nine, 3, 2));
        Refused("columns", () => LinearAlgebra.Qr(six, six[..], four, 2, 3));
        Refused("rows", () => LinearAlgebra.Qr(six, six[..], four, -3, 2));
        Refused("values", () => LinearAlgebra.SingularValues(six, new double[3], 3, 2));
        Refused("u", () => LinearAlgebra.SingularValueDecomposition(six, nine, two, four, 3, 2));
        Refused("vt", () => LinearAlgebra.SingularValueDecomposition(six, six[..], two, six[..], 3, 2));
        Refused("columns", () => LinearAlgebra.SingularValues(six, two, 3, -2));
        Refused("inverse", () => LinearAlgebra.PseudoInverse(six, four, 3, 2));
        Refused("a", () => LinearAlgebra.PseudoInverse(four, six, 3, 2));
        Refused("exponential", () => LinearAlgebra.MatrixExponential(four, six, 2));
    }

    [Fact]
    public void NumbersOfOtherTypesAreRefused()
    {
        Half[] one = [Half.One], result = [Half.Zero], other = [Half.Zero];
        Assert.Throws<NotSupportedException>(() => LinearAlgebra.SymmetricEigenvalues(one, result, 1));
        Assert.Throws<NotSupportedException>(() => LinearAlgebra.Qr(one, result, other, 1, 1));
        Assert.Throws<NotSupportedException>(() => LinearAlgebra.SingularValues(one, result, 1, 1));
    }

    [Fact]
    public void ResultsOnOperandsAndOnEachOtherAreRefused()
    {
        double[] memory = new double[12];
        Refused("values", () => LinearAlgebra.SymmetricEigenvalues(memory.AsSpan(0, 4), memory.AsSpan(3, 2), 2));
        Refused("vectors", () => LinearAlgebra.SymmetricEigenvalues(memory[..4], memory.AsSpan(0, 2), memory.AsSpan(1, 4), 2));
        Refused("q", () => LinearAlgebra.Qr(memory.AsSpan(0, 4), memory.AsSpan(0, 4), memory.AsSpan(4, 4), 2, 2));
        Refused("r", () => LinearAlgebra.Qr(memory[..4], memory.AsSpan(0, 4), memory.AsSpan(2, 4), 2, 2));
        Refused("vt", () => LinearAlgebra.SingularValueDecomposition(memory[..4], memory.AsSpan(0, 4), memory.AsSpan(4, 2), memory.AsSpan(5, 4), 2, 2));
        Refused("inverse", () => LinearAlgebra.PseudoInverse(memory.AsSpan(0, 4), memory.AsSpan(2, 4), 2, 2));
        Refused("exponential", () => LinearAlgebra.MatrixExponential(memory.AsSpan(0, 4), memory.AsSpan(0, 4), 2));
    }

    private static void Refused(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private static void CheckAll(double[] a, int n, int expected)
    {
        int count = a.Length / (n * n);
        double[] one = Close.Filled(a.Length, 4.5), two = Close.Filled(a.Length, 4.5), values = Close.Filled(count * n, 4.5);
        int[] failed = new int[6];
        Assert.False(LinearAlgebra.TrySymmetricEigenvalues(a, values, n, out failed[0]));
        Assert.False(LinearAlgebra.TrySymmetricEigenvalues(a, values, one, n, out failed[1]));
        Assert.False(LinearAlgebra.TryQr(a, one, two, n, n, out failed[2]));
        Assert.False(LinearAlgebra.TrySingularValueDecomposition(a, one, values, two, n, n, out failed[3]));
        Assert.False(LinearAlgebra.TryPseudoInverse(a, one, n, n, out failed[4]));
        Assert.False(LinearAlgebra.TryMatrixExponential(a, one, n, out failed[5]));
        Assert.All(failed, matrix => Assert.Equal(expected, matrix));
        Assert.All([.. one, .. two, .. values], static number => Assert.Equal(4.5, number));
        foreach (Action call in (Action[])
        [
            () => LinearAlgebra.SymmetricEigenvalues(a, values, n),
            () => LinearAlgebra.SymmetricEigenvalues(a, values, one, n),
            () => LinearAlgebra.Qr(a, one, two, n, n),
            () => LinearAlgebra.SingularValues(a, values, n, n),
            () => LinearAlgebra.SingularValueDecomposition(a, one, values, two, n, n),
            () => LinearAlgebra.PseudoInverse(a, one, n, n),
            () => LinearAlgebra.MatrixExponential(a, one, n),
        ])
        {
            SingularMatrixException exception = Assert.Throws<SingularMatrixException>(call);
            Assert.Equal(expected, exception.Matrix);
            Assert.Contains("finite", exception.Message, StringComparison.Ordinal);
        }
    }
}

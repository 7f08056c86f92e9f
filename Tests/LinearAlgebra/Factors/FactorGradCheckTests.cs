using Xunit;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>First and second derivatives of factors against finite differences, and where they are not defined.</summary>
public sealed class FactorGradCheckTests
{
    public static TheoryData<int, int, int> Shapes() => new()
    {
        { 1, 1, 1 }, { 2, 2, 9 }, { 3, 2, 3 }, { 2, 2, 8 }, { 3, 3, 3 }, { 5, 4, 1 }, { 4, 1, 3 }, { 7, 7, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void DerivativesAreThoseOfDifferences(int rows, int columns, int batch)
    {
        var random = new Random(rows + (10 * batch));
        double[] a = WellApart(random, rows, columns, batch), wide = WellApart(random, columns, rows, batch), square = WellApart(random, rows, rows, batch);
        Check(nameof(FactorPrograms.Eigenvectors), square, rows);
        Check(nameof(FactorPrograms.Eigenvalues), square, rows);
        Check(nameof(FactorPrograms.SquaresOfEigenvalues), square, rows);
        Check(nameof(FactorPrograms.Exponential), square, rows);
        Check(nameof(FactorPrograms.OrthogonalFactors), a, rows, columns);
        foreach (string method in (string[])[nameof(FactorPrograms.SingularVectors), nameof(FactorPrograms.SingularValues), nameof(FactorPrograms.PseudoInverse)])
        {
            Check(method, a, rows, columns);
            Check(method, wide, columns, rows);
        }
    }

    [Fact]
    public void OneMatrixServesAllAndGetsTheSum()
    {
        var random = new Random(2);
        GradCheck.Method(typeof(FactorPrograms), nameof(FactorPrograms.OneForAll), WellApart(random, 3, 3, 1), Naive.Random(random, 27), 3).ThrowIfFailed();
    }

    [Fact]
    public void EqualEigenvaluesHaveADerivativeAsFarAsTheirVectorsDoNotMatter()
    {
        double[] a = [2, 0, 0, 0, 2, 0, 0, 0, 3], gradient = new double[9], product = new double[9];
        FactorPrograms.SquaresOfEigenvaluesGradient(a, 3, gradient);
        Assert.Equal([4, 0, 0, 0, 4, 0, 0, 0, 6], gradient);
        FactorPrograms.EigenvectorsGradient(a, 3, gradient);
        Assert.All(gradient, static element => Assert.True(double.IsNaN(element)));

        // The second derivative of the values depends on the vectors.
        FactorPrograms.SquaresOfEigenvaluesHvp(a, 3, [0, 1, 0, 1, 0, 0, 0, 0, 0], product);
        Assert.Contains(product, double.IsNaN);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    public void EigenvaluesThatRoundingErrorsSetApartCountAsEqual(int n)
    {
        // An orthogonal matrix, and one with eigenvalues 1 and 2 in its basis.
        double[] q = new double[n * n], r = new double[n * n], gradient = new double[n * n];
        LinearAlgebra.Qr(Naive.Random(new Random(n), n * n), q, r, n, n);
        double[] scaled = [.. q.Select((x, i) => x * (i % n < n / 2 ? 1 : 2))];
        double[] a = Naive.Multiply(scaled, Naive.Transpose(q, n, n), n, n, n);
        FactorPrograms.EigenvectorsGradient(a, n, gradient);
        Assert.All(gradient, static element => Assert.True(double.IsNaN(element)));
        FactorPrograms.SquaresOfEigenvaluesGradient(a, n, gradient);
        Close.Assert([.. a.Select(static x => 2 * x)], gradient, 1e-12, "the gradient of the sum of squares");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    public void SingularValuesThatRoundingErrorsSetApartCountAsEqual(int n)
    {
        var random = new Random(n);
        double[] left = new double[n * n], right = new double[n * n], r = new double[n * n], gradient = new double[n * n];
        LinearAlgebra.Qr(Naive.Random(random, n * n), left, r, n, n);
        LinearAlgebra.Qr(Naive.Random(random, n * n), right, r, n, n);
        double[] scaled = [.. left.Select((x, i) => x * (i % n < n / 2 ? 1 : 2))];
        FactorPrograms.SingularVectorsGradient(Naive.Multiply(scaled, right, n, n, n), n, n, gradient);
        Assert.All(gradient, static element => Assert.True(double.IsNaN(element)));
    }

    [Fact]
    public void VectorsOfEqualSingularValuesHaveNoDerivative()
    {
        double[] gradient = new double[6];
        FactorPrograms.SingularVectorsGradient([2, 0, 0, 2, 0, 0], 3, 2, gradient);
        Assert.All(gradient, static element => Assert.True(double.IsNaN(element)));
        FactorPrograms.SingularVectorsGradient([2, 4, 1, 2, 3, 6], 3, 2, gradient);
        Assert.Contains(gradient, double.IsNaN);
    }

    [Fact]
    public void FactorsOfLessThanFullRankHaveNoDerivative()
    {
        double[] regular = [1, 2, 3, 4, 5, 7], a = [.. regular, 1, 2, 2, 4, 3, 6], gradient = new double[12], product = new double[12];
        double[] q = new double[12], r = new double[8];
        LinearAlgebra.Qr(a, q, r, 3, 2);
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(() => FactorPrograms.OrthogonalFactorsGradient(a, 3, 2, gradient)).Matrix);
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(() => FactorPrograms.OrthogonalFactorsHvp(a, 3, 2, a[..], product)).Matrix);
    }

    private static void Check(string method, params object[] arguments) => GradCheck.Method(typeof(FactorPrograms), method, arguments).ThrowIfFailed();

    /// <summary>Matrices whose singular values, and eigenvalues of whose symmetric parts, are about one apart.</summary>
    private static double[] WellApart(Random random, int rows, int columns, int batch)
    {
        double[] a = Naive.Random(random, rows * columns * batch);
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / columns % rows, i % columns);
            a[i] = (a[i] / 4) + (row == column ? 0.75 + row : 0);
        }

        return a;
    }
}

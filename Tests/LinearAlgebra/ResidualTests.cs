using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Inverses, solutions and factors by what they must fulfil, within what theory says of rounding errors.</summary>
public sealed class ResidualTests
{
    private const double Epsilon = 2.3e-16;
    private const double SingleEpsilon = 1.2e-7;

    /// <summary>Row exchanges let elements grow, for random matrices by less than this.</summary>
    private const int Growth = 8;

    public static TheoryData<int, int> Sizes()
    {
        var sizes = new TheoryData<int, int>();
        int[] batches = [1, 3, 7, 8, 9, 64];
        foreach (int n in (int[])[.. Enumerable.Range(0, 21), 33, 65, 130])
        {
            sizes.Add(n, n > 60 ? 2 : batches[n % 6]);
        }

        sizes.Add(2, 0);
        sizes.Add(300, 1);
        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ProductsWithInversesAreOne(int n, int batch)
    {
        double[] a = Naive.Random(new Random(n), n * n * batch);
        double[] inverse = new double[a.Length];
        float[] single = new float[a.Length];
        LinearAlgebra.Inverse(a, inverse, n);
        LinearAlgebra.Inverse(Naive.Single(a), single, n);
        for (int i = 0; i < (n == 0 ? 0 : batch); i++)
        {
            double[] matrix = Naive.Matrix(a, n * n, i);
            CheckResidual(matrix, Naive.Matrix(inverse, n * n, i), Naive.Identity(n), n, n, Epsilon);
            CheckResidual(Rounded(matrix), Naive.Matrix(Naive.Double(single), n * n, i), Naive.Identity(n), n, n, SingleEpsilon);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SolutionsFulfilTheirEquations(int n, int batch)
    {
        var random = new Random(n);
        foreach (int columns in (int[])[1, 2, 5, n])
        {
            for (int form = 0; form < 4; form++)
            {
                double[] a = Naive.Random(random, n * n * ((form & 1) != 0 ? 1 : batch));
                double[] b = Naive.Random(random, n * columns * ((form & 2) != 0 ? 1 : batch));
                double[] x = new double[n * columns * batch];
                float[] single = new float[x.Length];
                LinearAlgebra.Solve(a, b, x, n, columns);
                LinearAlgebra.Solve(Naive.Single(a), Naive.Single(b), single, n, columns);
                for (int i = 0; i < (n == 0 ? 0 : batch); i++)
                {
                    double[] matrix = Naive.Matrix(a, n * n, i);
                    double[] right = Naive.Matrix(b, n * columns, i);
                    CheckResidual(matrix, Naive.Matrix(x, n * columns, i), right, n, columns, Epsilon);
                    CheckResidual(Rounded(matrix), Naive.Matrix(Naive.Double(single), n * columns, i), Rounded(right), n, columns, SingleEpsilon);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TriangularSolutionsFulfilTheirEquations(int n, int batch)
    {
        var random = new Random(n);
        for (int form = 0; form < 16; form++)
        {
            (bool upper, bool unit, bool transposed) = ((form & 1) != 0, (form & 2) != 0, (form & 4) != 0);
            int columns = (form & 8) != 0 ? 1 : 6;
            double[] a = Naive.Random(random, n * n * batch);
            double[] b = Naive.Random(random, n * columns * batch);
            double[] x = new double[b.Length];
            double[] read = Triangle(a, n, upper, unit);
            LinearAlgebra.SolveTriangular(a, b, x, n, columns, upper, unit, transposed);
            for (int i = 0; i < (n == 0 ? 0 : batch); i++)
            {
                double[] triangle = Naive.Matrix(read, n * n, i);
                triangle = transposed ? Naive.Transpose(triangle, n, n) : triangle;
                CheckResidual(triangle, Naive.Matrix(x, n * columns, i), Naive.Matrix(b, n * columns, i), n, columns, Epsilon);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void CholeskyFactorsMultiplyToTheirMatrix(int n, int batch)
    {
        var random = new Random(n);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] b = Naive.Random(random, n * 3 * batch);
        double[] factor = Close.Filled(a.Length, double.NaN);
        float[] single = new float[a.Length];
        double[] x = new double[b.Length];
        LinearAlgebra.Cholesky(a, factor, n);
        LinearAlgebra.Cholesky(Naive.Single(a), single, n);
        LinearAlgebra.CholeskySolve(factor, b, x, n, 3);
        for (int i = 0; i < (n == 0 ? 0 : batch); i++)
        {
            double[] matrix = Naive.Matrix(a, n * n, i);
            CheckFactor(matrix, Naive.Matrix(factor, n * n, i), n, Epsilon);
            CheckFactor(Rounded(matrix), Naive.Matrix(Naive.Double(single), n * n, i), n, SingleEpsilon);
            CheckResidual(matrix, Naive.Matrix(x, n * 3, i), Naive.Matrix(b, n * 3, i), n, 3, Epsilon);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void DeterminantsOfProductsAreProducts(int n, int batch)
    {
        var random = new Random(n);
        double[] a = Naive.Random(random, n * n * batch);
        double[] b = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] products = new double[a.Length];
        double[][] signs = [new double[batch], new double[batch], new double[batch]];
        double[][] logs = [new double[batch], new double[batch], new double[batch]];
        double[] determinants = new double[batch];
        LinearAlgebra.Multiply(a, b, products, n, n, n);
        LinearAlgebra.SignAndLogDeterminant(a, signs[0], logs[0], n);
        LinearAlgebra.SignAndLogDeterminant(b, signs[1], logs[1], n);
        LinearAlgebra.SignAndLogDeterminant(products, signs[2], logs[2], n);
        LinearAlgebra.Determinant(a, determinants, n);
        for (int i = 0; i < batch; i++)
        {
            Assert.Equal(logs[2][i], logs[0][i] + logs[1][i], 1e-8);
            Assert.Equal(signs[2][i], signs[0][i] * signs[1][i]);
            Assert.Equal(1, signs[0][i] * Math.Exp(logs[0][i]) / determinants[i], 1e-9);
        }
    }

    private static double[] Rounded(double[] numbers) => Naive.Double(Naive.Single(numbers));

    private static double[] Triangle(double[] a, int n, bool upper, bool unit)
    {
        double[] result = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / n % n, i % n);
            if (row == column)
            {
                a[i] += Math.CopySign(1, a[i]);
                result[i] = unit ? 1 : a[i];
                a[i] = unit ? double.NaN : a[i];
            }
            else if (column > row == upper)
            {
                a[i] /= n;
                result[i] = a[i];
            }
            else
            {
                a[i] = double.NaN;
            }
        }

        return result;
    }

    /// <summary>Checks that A X − B is no larger than the rounding errors of elimination: c n ε (‖A‖ ‖X‖ + ‖B‖).</summary>
    private static void CheckResidual(double[] a, double[] x, double[] b, int n, int columns, double epsilon)
    {
        double residual = Naive.Norm(Naive.Subtract(Naive.Multiply(a, x, n, n, columns), b), columns);
        double bound = Growth * n * epsilon * ((Naive.Norm(a, n) * Naive.Norm(x, columns)) + Naive.Norm(b, columns));
        Assert.True(residual <= bound, $"The residual is {residual:E2}, not below {bound:E2}.");
    }

    private static void CheckFactor(double[] a, double[] factor, int n, double epsilon)
    {
        for (int i = 0; i < n; i++)
        {
            Assert.True(factor[i * (n + 1)] > 0);
            for (int j = i + 1; j < n; j++)
            {
                Assert.Equal(0, factor[(i * n) + j]);
            }
        }

        double[] residual = Naive.Subtract(Naive.Multiply(factor, Naive.Transpose(factor, n, n), n, n, n), a);
        Assert.True(Naive.Norm(residual, n) <= 4 * (n + 1) * epsilon * Naive.Norm(a, n));
    }
}

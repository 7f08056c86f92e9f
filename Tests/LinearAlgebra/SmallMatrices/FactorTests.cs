using System.Numerics;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Cholesky factors multiply to their matrices; determinants agree with exact ones.</summary>
public class FactorTests
{
    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void CholeskyFactorsOfDoubles(int n) => CheckCholesky<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void CholeskyFactorsOfFloats(int n) => CheckCholesky<float>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void DeterminantsOfDoubles(int n) => CheckDeterminant<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void DeterminantsOfFloats(int n) => CheckDeterminant<float>(n);

    [Fact]
    public void TheDeterminantOfASingularMatrixIsZero()
    {
        double[] determinants = new double[3];
        InLanes.Determinant<double>([0, 0, 0, 1, 0, 0, 5, 0, 7, 2, 0, 1], determinants, 2);
        Assert.Equal([0, 0, 7], determinants);
        InLanes.Determinant<double>([1, 2, 2, 4, 1e-310, 0, 0, 1e300, double.NaN, 1, 1, 1], determinants, 2);
        Assert.Equal(0, determinants[0]);
        Assert.Equal(1e-310 * 1e300, determinants[1]);
        Assert.Equal(double.NaN, determinants[2]);
    }

    private static void CheckCholesky<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int count in Sizes.Batches)
        {
            T[] a = Samples<T>.Definite(11, n, count);
            T[] factor = new T[a.Length];
            Assert.True(InLanes.TryCholesky<T>(a, factor, n, out int failed), $"{failed} of {count}");
            for (int m = 0; m < count; m++)
            {
                double[] matrix = Samples<T>.Matrix(a, n * n, m);
                double[] lower = Samples<T>.Matrix(factor, n * n, m);
                double[] square = Samples<T>.Multiply(lower, Samples<T>.Transpose(lower, n, n), n, n, n);
                double bound = 4 * (n + 1) * Samples<T>.Epsilon * Samples<T>.Norm(matrix, n);
                for (int e = 0; e < n * n; e++)
                {
                    Assert.True(Math.Abs(square[e] - matrix[e]) <= bound, $"{m} of {count}, element {e}: {square[e] - matrix[e]}");
                    Assert.True(e % n < e / n || (e % n == e / n ? lower[e] > 0 : lower[e] == 0), $"{m} of {count}, element {e}: {lower[e]}");
                }
            }
        }
    }

    private static void CheckDeterminant<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int count in Sizes.Batches)
        {
            var random = new Random(n);
            T[] a = [.. Enumerable.Range(0, n * n * count).Select(_ => T.CreateChecked(random.Next(-5, 6)))];
            T[] determinants = new T[count];
            InLanes.Determinant<T>(a, determinants, n);
            for (int m = 0; m < count; m++)
            {
                double[] matrix = Samples<T>.Matrix(a, n * n, m);
                double volume = matrix.Chunk(n).Aggregate(1.0, (product, row) => product * Math.Sqrt(row.Sum(x => x * x)));
                double error = Exact(matrix, n) - double.CreateChecked(determinants[m]);
                Assert.True(Math.Abs(error) <= 4 * n * n * Samples<T>.Epsilon * volume, $"{m} of {count}: {error}");
            }
        }
    }

    /// <summary>The determinant of a matrix of integers by Bareiss' elimination, which stays among them.</summary>
    private static double Exact(double[] matrix, int n)
    {
        BigInteger[][] rows = [.. matrix.Chunk(n).Select(row => row.Select(x => new BigInteger(x)).ToArray())];
        BigInteger last = 1;
        for (int k = 0; k < n; k++)
        {
            int pivot = Array.FindIndex(rows, k, row => !row[k].IsZero);
            if (pivot < 0)
            {
                return 0;
            }

            if (pivot != k)
            {
                (rows[k], rows[pivot]) = (rows[pivot], [.. rows[k].Select(x => -x)]);
            }

            for (int i = k + 1; i < n; i++)
            {
                rows[i] = [.. rows[i].Select((x, j) => ((x * rows[k][k]) - (rows[i][k] * rows[k][j])) / last)];
            }

            last = rows[k][k];
        }

        return (double)last;
    }
}

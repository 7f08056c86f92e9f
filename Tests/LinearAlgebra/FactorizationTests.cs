using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Factors that are used more than once give what the operations on the matrices give.</summary>
public sealed class FactorizationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(3, 9)]
    [InlineData(8, 8)]
    [InlineData(16, 3)]
    [InlineData(40, 2)]
    public void OfLu(int n, int batch)
    {
        var random = new Random(n);
        double[] a = Naive.Random(random, n * n * batch);
        double[] b = Naive.Random(random, n * 2 * batch);
        LuFactorization<double> factors = LinearAlgebra.FactorLu<double>(a, new double[LuFactorization<double>.MemoryLength(n, batch)], n);
        Assert.Equal((n, batch), (factors.Size, factors.Count));
        double[] expected = new double[b.Length], x = new double[b.Length], inverse = new double[a.Length], expectedInverse = new double[a.Length];
        LinearAlgebra.Solve(a, b, expected, n, 2);
        factors.Solve(b, x, 2);
        Compare(expected, x);
        double[] transposed = new double[a.Length];
        LinearAlgebra.Transpose(a, transposed, n, n);
        LinearAlgebra.Solve(transposed, b, expected, n, 2);
        factors.SolveTransposed(b, x, 2);
        Compare(expected, x);
        LinearAlgebra.Inverse(a, expectedInverse, n);
        factors.Inverse(inverse);
        Compare(expectedInverse, inverse);
        double[] numbers = new double[batch], logs = new double[batch], expectedNumbers = new double[batch], expectedLogs = new double[batch];
        LinearAlgebra.Determinant(a, expectedNumbers, n);
        factors.Determinant(numbers);
        Compare(expectedNumbers, numbers);
        LinearAlgebra.SignAndLogDeterminant(a, expectedNumbers, expectedLogs, n);
        factors.SignAndLogDeterminant(numbers, logs);
        Compare(expectedNumbers, numbers);
        Compare(expectedLogs, logs);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 9)]
    [InlineData(16, 3)]
    [InlineData(40, 2)]
    public void OfCholesky(int n, int batch)
    {
        var random = new Random(n);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] b = Naive.Random(random, n * 2 * batch);
        CholeskyFactorization<double> factors = LinearAlgebra.FactorCholesky<double>(a, new double[a.Length], n);
        Assert.Equal((n, batch), (factors.Size, factors.Count));
        double[] expected = new double[b.Length], x = new double[b.Length], inverse = new double[a.Length], expectedInverse = new double[a.Length];
        LinearAlgebra.Solve(a, b, expected, n, 2);
        factors.Solve(b, x, 2);
        Compare(expected, x);
        LinearAlgebra.Inverse(a, expectedInverse, n);
        factors.Inverse(inverse);
        Compare(expectedInverse, inverse);
        double[] numbers = new double[batch], signs = new double[batch], expectedNumbers = new double[batch];
        LinearAlgebra.Determinant(a, expectedNumbers, n);
        factors.Determinant(numbers);
        Compare(expectedNumbers, numbers);
        LinearAlgebra.SignAndLogDeterminant(a, signs, expectedNumbers, n);
        factors.LogDeterminant(numbers);
        Compare(expectedNumbers, numbers);
    }

    [Fact]
    public void OneMatrixServesAllRightHandSides()
    {
        double[] a = [2, 1, 1, 3], b = [.. Enumerable.Range(0, 20).Select(static i => i * 0.7)], x = new double[20], expected = new double[20];
        LinearAlgebra.FactorLu<double>(a, new double[6], 2).Solve(b, x, 1);
        LinearAlgebra.Solve(a, b, expected, 2, 1);
        Compare(expected, x);
        LinearAlgebra.FactorLu<double>(a, new double[6], 2).SolveTransposed(b, x, 1);
        Compare(expected, x);
        LinearAlgebra.FactorCholesky<double>(a, new double[4], 2).Solve(b, x, 1);
        Compare(expected, x);
    }

    [Fact]
    public void TheMatrixThatFailsIsNamed()
    {
        double[] a = [1, 2, 3, 4, 1, 2, 2, 4], memory = new double[12];
        Assert.False(LinearAlgebra.TryFactorLu<double>(a, memory, 2, out _, out int failed));
        Assert.Equal(1, failed);
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(() => LinearAlgebra.FactorLu<double>(a, memory, 2)).Matrix);
        Assert.False(LinearAlgebra.TryFactorCholesky<double>(a, new double[8], 2, out _, out failed));
        Assert.Equal(0, failed);
        Assert.Equal("memory", Assert.ThrowsAny<ArgumentException>(() => LinearAlgebra.FactorLu<double>(a, new double[8], 2)).ParamName);
        Assert.Equal("memory", Assert.ThrowsAny<ArgumentException>(() => new LuFactorization<double>(new double[8], 2)).ParamName);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(20, 2)]
    public void NothingIsAllocatedOnTheManagedHeap(int n, int batch)
    {
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(new Random(5), n))];
        double[] memory = new double[LuFactorization<double>.MemoryLength(n, batch)], x = new double[a.Length], numbers = new double[batch];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            LuFactorization<double> lu = LinearAlgebra.FactorLu<double>(a, memory, n);
            lu.Solve(a, x, n);
            lu.SolveTransposed(a, x, n);
            lu.Inverse(x);
            lu.Determinant(numbers);
            CholeskyFactorization<double> cholesky = LinearAlgebra.FactorCholesky<double>(a, memory.AsSpan(0, a.Length), n);
            cholesky.Inverse(x);
            cholesky.LogDeterminant(numbers);
        });
        Assert.Equal(0, bytes);
    }

    private static void Compare(double[] expected, double[] actual) =>
        Close.Assert(expected, actual, 1e-9 * (1 + expected.Max(Math.Abs)), "factors");
}

using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>What operations do with matrices and lengths that they cannot do with: they say so, and write nothing.</summary>
public sealed class FailureTests
{
    private delegate bool Attempt(double[] a, double[] result, int n, out int failed);

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 8, 5)]
    [InlineData(20, 3, 2)]
    [InlineData(65, 2, 1)]
    public void TheSingularMatrixOfABatchIsNamed(int n, int batch, int singular)
    {
        double[] a = Naive.Random(new Random(n), n * n * batch);
        for (int j = 0; j < n; j++)
        {
            a[(((singular * n) + (n / 2)) * n) + j] = 0;
        }

        Check(Inverse, () => LinearAlgebra.Inverse(a, new double[a.Length], n), a, n, singular, "singular");
        Check(Solve, () => LinearAlgebra.Solve(a, a[..], new double[a.Length], n, n), a, n, singular, "singular");
        var determinants = new double[batch];
        var logs = new double[batch];
        LinearAlgebra.Determinant(a, determinants, n);
        Assert.Equal(0, determinants[singular]);
        Assert.Equal(1, determinants.Count(determinant => determinant == 0));
        LinearAlgebra.SignAndLogDeterminant(a, determinants, logs, n);
        Assert.Equal((0, double.NegativeInfinity), (determinants[singular], logs[singular]));
    }

    [Theory]
    [InlineData(1, double.NaN)]
    [InlineData(3, double.NegativeInfinity)]
    [InlineData(20, double.PositiveInfinity)]
    [InlineData(40, double.NaN)]
    public void AnElementThatIsNotFiniteIsFoundWhereverItIs(int n, double value)
    {
        var random = new Random(n);
        for (int attempt = 0; attempt < 40; attempt++)
        {
            double[] a = [.. Naive.PositiveDefinite(random, n), .. Naive.PositiveDefinite(random, n)];
            a[(n * n) + random.Next(n * n)] = value;
            Check(Inverse, () => LinearAlgebra.Inverse(a, new double[a.Length], n), a, n, 1, "finite");
            Check(Solve, () => LinearAlgebra.Solve(a, a[..], new double[a.Length], n, n), a, n, 1, "finite");
            Check(LinearAlgebraCholesky, () => LinearAlgebra.Cholesky(a, new double[a.Length], n), a, n, 1, "finite");
            var determinants = new double[2];
            LinearAlgebra.Determinant(a, determinants, n);
            Assert.True(double.IsFinite(determinants[0]) && double.IsNaN(determinants[1]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(50)]
    public void AMatrixThatIsNotPositiveDefiniteIsNamed(int n)
    {
        var random = new Random(n);
        double[] a = [.. Naive.PositiveDefinite(random, n), .. Naive.PositiveDefinite(random, n), .. Naive.PositiveDefinite(random, n)];
        a[(2 * n * n) - 1] = 0;
        Check(LinearAlgebraCholesky, () => LinearAlgebra.Cholesky(a, new double[a.Length], n), a, n, 1, "positive definite");
    }

    [Fact]
    public void AZeroOnTheDiagonalOfATriangleIsNamedUnlessItIsNotRead()
    {
        double[] a = [1, 7, 2, 3, 1, 7, 2, 0];
        double[] b = [1, 1, 1, 1];
        double[] x = [9, 9, 9, 9];
        Assert.False(LinearAlgebra.TrySolveTriangular(a, b, x, 2, 1, false, false, false, out int failed));
        Assert.False(LinearAlgebra.TryCholeskySolve(a, b, x, 2, 1, out int failedFactor));
        Assert.Equal((1, 1), (failed, failedFactor));
        Assert.Equal([9, 9, 9, 9], x);
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(() => LinearAlgebra.SolveTriangular(a, b, x, 2, 1, false)).Matrix);
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(() => LinearAlgebra.CholeskySolve(a, b, x, 2, 1)).Matrix);
        Assert.True(LinearAlgebra.TrySolveTriangular(a, b, x, 2, 1, false, true, false, out failed));
        Assert.Equal(-1, failed);
        Assert.Equal([1, -1, 1, -1], x);
    }

    [Fact]
    public void LengthsThatDoNotFitAreNamed()
    {
        double[] six = new double[6], four = new double[4], eight = new double[8], twelve = new double[12];
        Refused("product", () => LinearAlgebra.Multiply(six, six, new double[5], 2, 3, 2));
        Refused("a", () => LinearAlgebra.Multiply(new double[7], six, four, 2, 3, 2));
        Refused("b", () => LinearAlgebra.Multiply(six, twelve, four, 2, 3, 2));
        Refused("sum", () => LinearAlgebra.MultiplyAdd(twelve, six, new double[12], 2, 3, 2));
        Refused("rows", () => LinearAlgebra.Multiply(six, six, four, -2, 3, 2));
        Refused("inverse", () => LinearAlgebra.Inverse(four, six, 2));
        Refused("a", () => LinearAlgebra.Inverse(six, eight, 2));
        Refused("n", () => LinearAlgebra.Inverse(four, four, -2));
        Refused("a", () => LinearAlgebra.Inverse(four, [], 0));
        Refused("b", () => LinearAlgebra.Solve(four, six, four, 2, 2));
        Refused("x", () => LinearAlgebra.Solve(four, four, six, 2, 2));
        Refused("a", () => LinearAlgebra.SolveTriangular(six, four, four, 2, 2, true));
        Refused("factor", () => LinearAlgebra.CholeskySolve(six, four, eight[4..], 2, 2));
        Refused("a", () => LinearAlgebra.Cholesky(eight, new double[4], 2));
        Refused("a", () => LinearAlgebra.Determinant(eight, new double[3], 2));
        Refused("logs", () => LinearAlgebra.SignAndLogDeterminant(eight, new double[2], new double[3], 2));
        Refused("transposed", () => LinearAlgebra.Transpose(six, new double[5], 2, 3));
        Refused("a", () => LinearAlgebra.Trace(new double[7], new double[1], 2, 3));
    }

    [Fact]
    public void ResultsOnOperandsAreRefused()
    {
        double[] memory = new double[8];
        Refused("product", () => LinearAlgebra.Multiply(memory[..4], memory.AsSpan(0, 4), memory.AsSpan(3, 4), 2, 2, 2));
        Refused("sum", () => LinearAlgebra.MultiplyAdd(memory.AsSpan(0, 4), memory[..4], memory.AsSpan(0, 4), 2, 2, 2));
        Refused("inverse", () => LinearAlgebra.Inverse(memory, memory, 2));
        Refused("x", () => LinearAlgebra.Solve(memory[..4], memory.AsSpan(0, 4), memory.AsSpan(1, 4), 2, 2));
        Refused("x", () => LinearAlgebra.SolveTriangular(memory.AsSpan(0, 4), memory[..4], memory.AsSpan(1, 4), 2, 2, true));
        Refused("factor", () => LinearAlgebra.Cholesky(memory, memory, 2));
        Refused("determinants", () => LinearAlgebra.Determinant(memory, memory.AsSpan(0, 2), 2));
        Refused("logs", () => LinearAlgebra.SignAndLogDeterminant(memory[..4], memory.AsSpan(0, 1), memory.AsSpan(0, 1), 2));
        Refused("transposed", () => LinearAlgebra.Transpose(memory, memory, 2, 2));
        Refused("traces", () => LinearAlgebra.Trace(memory, memory.AsSpan(0, 2), 2, 2));
    }

    private static void Refused(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private static bool Inverse(double[] a, double[] result, int n, out int failed) => LinearAlgebra.TryInverse(a, result, n, out failed);

    private static bool Solve(double[] a, double[] result, int n, out int failed) => LinearAlgebra.TrySolve(a, a[..], result, n, n, out failed);

    private static bool LinearAlgebraCholesky(double[] a, double[] result, int n, out int failed) =>
        LinearAlgebra.TryCholesky(a, result, n, out failed);

    private static void Check(Attempt attempt, Action call, double[] a, int n, int expected, string message)
    {
        double[] result = Close.Filled(a.Length, 4.5);
        Assert.False(attempt(a, result, n, out int failed));
        Assert.Equal(expected, failed);
        Assert.All(result, number => Assert.Equal(4.5, number));
        SingularMatrixException exception = Assert.Throws<SingularMatrixException>(call);
        Assert.Equal(expected, exception.Matrix);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}

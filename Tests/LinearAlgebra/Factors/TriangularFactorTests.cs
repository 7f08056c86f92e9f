using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>L and U with exchanged rows: what they must fulfil, what is refused, and what is never allocated.</summary>
public sealed class TriangularFactorTests
{
    public static TheoryData<int, int> Sizes()
    {
        var sizes = new TheoryData<int, int>();
        int[] batches = [1, 3, 7, 8, 9, 64];
        for (int n = 0; n < 21; n++)
        {
            sizes.Add(n, batches[n % batches.Length]);
        }

        sizes.Add(33, 2);
        sizes.Add(130, 1);
        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TheyMultiplyToTheRowsOfTheirMatrix(int n, int batch)
    {
        double[] a = Naive.Random(new Random(n), n * n * batch), lower = new double[a.Length], upper = new double[a.Length];
        float[] singleLower = new float[a.Length], singleUpper = new float[a.Length];
        int[] rows = new int[n * batch], singleRows = new int[n * batch];
        LinearAlgebra.Lu(a, lower, upper, rows, n);
        LinearAlgebra.Lu(Naive.Single(a), singleLower, singleUpper, singleRows, n);
        for (int i = 0; i < batch && n > 0; i++)
        {
            double[] matrix = Naive.Matrix(a, n * n, i);
            Check(matrix, Naive.Matrix(lower, n * n, i), Naive.Matrix(upper, n * n, i), rows.AsSpan(i * n, n), 2.3e-16);
            Check(matrix, Naive.Matrix(Naive.Double(singleLower), n * n, i), Naive.Matrix(Naive.Double(singleUpper), n * n, i), singleRows.AsSpan(i * n, n), 1.2e-7);
        }
    }

    [Theory]
    [InlineData(0, 4.0)]
    [InlineData(2, double.NaN)]
    public void AMatrixThatHasNoneIsNamedAndNothingWritten(int number, double element)
    {
        double[] a = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4], lower = Close.Filled(12, 4.5), upper = Close.Filled(12, 4.5);
        int[] rows = [9, 9, 9, 9, 9, 9];
        (a[4 * number], a[(4 * number) + 1], a[(4 * number) + 2], a[(4 * number) + 3]) = (2, element, 2, 4);
        Assert.Equal(number, Assert.Throws<SingularMatrixException>(() => LinearAlgebra.Lu<double>(a, lower, upper, rows, 2)).Matrix);
        Assert.False(LinearAlgebra.TryLu<double>(a, lower, upper, rows, 2, out int failed));
        Assert.Equal(number, failed);
        Assert.All([.. lower, .. upper], static x => Assert.Equal(4.5, x));
        Assert.All(rows, static row => Assert.Equal(9, row));
    }

    [Fact]
    public void LengthsAndResultsOnOperandsAreRefused()
    {
        double[] four = new double[4], other = new double[4], six = new double[6], memory = new double[12];
        int[] rows = new int[2];
        Refused("a", () => LinearAlgebra.Lu<double>(six, four, other, rows, 2));
        Refused("lower", () => LinearAlgebra.Lu<double>(four, six, other, rows, 2));
        Refused("upper", () => LinearAlgebra.Lu<double>(four, other, six, rows, 2));
        Refused("rows", () => LinearAlgebra.Lu(four, other, new double[4], new int[3], 2));
        Refused("n", () => LinearAlgebra.Lu<double>(four, other, six, rows, -2));
        Refused("lower", () => LinearAlgebra.Lu<double>(memory.AsSpan(0, 4), memory.AsSpan(2, 4), four, rows, 2));
        Refused("upper", () => LinearAlgebra.Lu<double>(memory.AsSpan(0, 4), four, memory.AsSpan(2, 4), rows, 2));
        Refused("upper", () => LinearAlgebra.Lu<double>(four, memory.AsSpan(0, 4), memory.AsSpan(3, 4), rows, 2));
    }

    [Fact]
    public void MatricesHandOutTheirPermutationToo()
    {
        double[] numbers = Naive.Random(new Random(5), 3 * 16);
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(numbers, 3, 4, 4);
        a.Lu(out MatrixBatch<double> p, out MatrixBatch<double> l, out MatrixBatch<double> u);
        Close.Assert(numbers, (p * l * u).Elements.ToArray(), 1e-14, "P L U");
        a[1].Lu(out Matrix<double> order, out Matrix<double> lower, out Matrix<double> upper);
        Close.Assert(numbers[16..32], (order * lower * upper).Elements.ToArray(), 1e-14, "P L U of one");
        Assert.Throws<ArgumentException>(() => new Matrix<double>(numbers, 2, 3).Lu(out _, out _, out _));
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(40, 2)]
    public void NothingIsAllocatedOnTheManagedHeap(int n, int batch)
    {
        double[] a = Naive.Random(new Random(3), n * n * batch), lower = new double[a.Length], upper = new double[a.Length], gradient = new double[a.Length];
        int[] rows = new int[n * batch];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            LinearAlgebra.Lu(a, lower, upper, rows, n);
            Operations.OperationPrograms.TriangularFactorsGradient(a, n, gradient);
            Operations.OperationPrograms.TriangularFactorsHvp(a, n, a, gradient);
        });
        Assert.Equal(0, bytes);
    }

    private static void Refused(string parameter, Action call) => Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private static void Check(double[] a, double[] lower, double[] upper, ReadOnlySpan<int> rows, double epsilon)
    {
        int n = rows.Length;
        double[] ordered = new double[a.Length];
        for (int i = 0; i < n; i++)
        {
            a.AsSpan(rows[i] * n, n).CopyTo(ordered.AsSpan(i * n));
        }

        Close.Assert(ordered, Naive.Multiply(lower, upper, n, n, n), 8 * n * epsilon * Naive.Norm(a, n), "L U");
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / n, i % n);
            Assert.True(row > column ? upper[i] == 0 && Math.Abs(lower[i]) <= 1 : row == column ? lower[i] == 1 : lower[i] == 0);
        }
    }
}

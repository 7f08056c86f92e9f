using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Members of matrices with several results, and norms of any order, outside of derivatives.</summary>
public sealed class MatrixFactorTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 5)]
    [InlineData(7, 7, 9)]
    public void FactorsMultiplyToTheMatrix(int rows, int columns, int count)
    {
        double[] numbers = Naive.Random(new Random(rows), count * rows * columns);
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(numbers, count, rows, columns);
        a.Qr(out MatrixBatch<double> q, out MatrixBatch<double> r);
        Near(a, q * r);
        Assert.Equal((count, rows, columns, columns), (q.Count, q.Rows, q.Columns, r.Rows));

        MatrixBatch<double> values = a.SingularValues(out MatrixBatch<double> u, out MatrixBatch<double> vt);
        Near(a, u * Diagonal(values) * vt);
        Near(a.SingularValues(), values);

        MatrixBatch<double> symmetric = a.Transpose() * a, eigenvalues = symmetric.SymmetricEigenvalues(out MatrixBatch<double> vectors);
        Near(symmetric, vectors * Diagonal(eigenvalues) * vectors.Transpose());
    }

    [Fact]
    public void OneMatrixIsABatchOfOne()
    {
        double[] numbers = [1.3, -0.2, 0.5, 0.7, 2.1, -0.4];
        using var arena = Arena.Enter();
        var a = new Matrix<double>(numbers, 3, 2);
        a.Qr(out Matrix<double> q, out Matrix<double> r);
        Near(a, q * r);
        Matrix<double> values = a.Transpose().SingularValues(out Matrix<double> u, out Matrix<double> vt);
        Assert.Equal((2, 1, 2, 2, 2, 3), (values.Rows, values.Columns, u.Rows, u.Columns, vt.Rows, vt.Columns));
        Matrix<double> eigenvalues = (a.Transpose() * a).SymmetricEigenvalues(out Matrix<double> vectors);
        Assert.Equal(values[0, 0] * values[0, 0], eigenvalues[1, 0], 1e-12);
        Assert.Equal(1, vectors.Row(0)[0] * vectors.Row(0)[0] + (vectors[1, 0] * vectors[1, 0]), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => new Matrix<double>(numbers, 2, 3).Qr(out _, out _));
    }

    [Fact]
    public void AMatrixThatIsThereSeveralTimesHasItsFactorsAsOften()
    {
        double[] numbers = [4, 1, 1, 3];
        using var arena = Arena.Enter();
        MatrixBatch<double> a = new Matrix<double>(numbers, 2, 2).Repeat(3);
        a.Qr(out MatrixBatch<double> q, out MatrixBatch<double> r);
        Assert.Equal((3, 3, 3), (q.Count, r.Count, a.SymmetricEigenvalues(out _).Count));
        Near(a, q * r);
        Assert.Equal([9, 9, 9], a.Norms(1).Values);
        Assert.Equal((27, 4, 1), (a.Norm(1), a.Norm(double.PositiveInfinity), a[1].Norm(double.NegativeInfinity)));
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double[] numbers = Naive.Random(new Random(3), 4 * 9);
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            using var arena = Arena.Enter();
            var a = new MatrixBatch<double>(numbers, 4, 3, 3);
            a.Qr(out _, out MatrixBatch<double> r);
            a.SingularValues(out MatrixBatch<double> u, out _);
            _ = r.SymmetricEigenvalues(out _).Norm(3) + u.Norms(1).Sum();
        });
        Assert.Equal(0, bytes);
    }

    private static MatrixBatch<double> Diagonal(MatrixBatch<double> columns)
    {
        int n = columns.Rows;
        double[] numbers = new double[columns.Count * n * n];
        LinearAlgebra.Einsum("bi->bii", columns.Compact().Elements, numbers, columns.Count, n);
        return new MatrixBatch<double>(numbers, columns.Count, n, n);
    }

    private static void Near(MatrixBatch<double> expected, MatrixBatch<double> actual)
    {
        double[] first = new double[expected.Length], second = new double[actual.Length];
        expected.CopyTo(first);
        actual.CopyTo(second);
        Close.Assert(first, second, 1e-13 * Math.Max(1, first.Length), "the product");
    }
}

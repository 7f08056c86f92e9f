using System.Numerics.Tensors;
using Xunit;

namespace StaticAd.Tests.Linear;

public sealed class TensorViewTests
{
    private static double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(static i => (double)i)];

    [Fact]
    public void ATensorOfTwoDimensionsIsAMatrixInTheSameMemory()
    {
        double[] memory = Numbers(6);
        var tensor = new TensorSpan<double>(memory, [2, 3]);
        Matrix<double> matrix = tensor.AsMatrix();
        memory[5] = 7;
        Assert.Equal((2, 3, true, 7.0), (matrix.Rows, matrix.Columns, matrix.IsDense, matrix[1, 2]));
    }

    [Fact]
    public void APartOfATensorIsAMatrixWithGaps()
    {
        double[] memory = Numbers(24);
        ReadOnlyTensorSpan<double> part = new ReadOnlyTensorSpan<double>(memory, [4, 6]).Slice([1..3, 2..5]);
        Matrix<double> matrix = part.AsMatrix();
        Assert.Equal((2, 3, 6, false), (matrix.Rows, matrix.Columns, matrix.RowStride, matrix.IsDense));
        Assert.Equal([14, 15, 16], matrix.Row(1));

        ReadOnlyTensorSpan<double> column = new ReadOnlyTensorSpan<double>(memory, [4, 6]).Slice([0..4, 2..3]);
        Assert.Equal(20, column.AsMatrix()[3, 0]);
        ReadOnlyTensorSpan<double> row = new ReadOnlyTensorSpan<double>(memory, [4, 6]).Slice([3..4, 0..6]);
        Assert.Equal((23, true), ((int)row.AsMatrix()[0, 5], row.AsMatrix().IsDense));
    }

    [Fact]
    public void LeadingDimensionsAreTheBatch()
    {
        double[] memory = Numbers(48);
        MatrixBatch<double> matrices = new TensorSpan<double>(memory, [2, 3, 4, 2]).AsMatrixBatch();
        Assert.Equal((6, 4, 2, true), (matrices.Count, matrices.Rows, matrices.Columns, matrices.IsDense));
        Assert.Equal(47, matrices[5][3, 1]);
        MatrixBatch<double> one = new TensorSpan<double>(memory, [6, 8]).AsMatrixBatch();
        Assert.Equal((1, 6, 8), (one.Count, one.Rows, one.Columns));
        MatrixBatch<double> parts = new ReadOnlyTensorSpan<double>(memory, [3, 4, 4]).Slice([0..3, 1..3, 0..2]).AsMatrixBatch();
        Assert.Equal((3, 2, 2, 16, 4), (parts.Count, parts.Rows, parts.Columns, parts.MatrixStride, parts.RowStride));
        Assert.Equal(32 + 8 + 1, parts[2][1, 1]);
        MatrixBatch<double> repeated = new ReadOnlyTensorSpan<double>(memory.AsSpan(0, 6), [4, 2, 3], [0, 3, 1]).AsMatrixBatch();
        Assert.Equal((4, 0, 5.0), (repeated.Count, repeated.MatrixStride, repeated[3][1, 2]));
    }

    [Fact]
    public void WhatIsEmptyStaysSo()
    {
        Assert.Equal((0, 3), (new TensorSpan<double>(Array.Empty<double>(), [0, 3]).AsMatrix().Rows, new TensorSpan<double>(Array.Empty<double>(), [0, 3]).AsMatrix().Columns));
        Assert.Equal(0, new TensorSpan<double>(Array.Empty<double>(), [0, 2, 3]).AsMatrixBatch().Count);
        Assert.Equal(2, new TensorSpan<double>(Array.Empty<double>(), [2, 0, 3]).AsMatrixBatch().Count);
        Assert.Equal([2, 0], new Matrix<double>([], 2, 0).AsReadOnlyTensorSpan().Lengths);
        Assert.Equal([0, 2, 2], new MatrixBatch<double>([], 0, 2, 2).AsReadOnlyTensorSpan().Lengths);
        Assert.Equal([0], new ScalarBatch<double>([]).AsReadOnlyTensorSpan().Lengths);
    }

    [Fact]
    public void ViewsAreTensorsInTheSameMemory()
    {
        double[] memory = Numbers(24);
        ReadOnlyTensorSpan<double> dense = new Matrix<double>(memory, 4, 6).AsReadOnlyTensorSpan();
        ReadOnlyTensorSpan<double> gaps = new Matrix<double>(memory, 2, 3, 6).AsReadOnlyTensorSpan();
        ReadOnlyTensorSpan<double> batch = new MatrixBatch<double>(memory, 2, 3, 4).AsReadOnlyTensorSpan();
        ReadOnlyTensorSpan<double> repeated = new Matrix<double>(memory.AsSpan(0, 6), 2, 3).Repeat(4).AsReadOnlyTensorSpan();
        ReadOnlyTensorSpan<double> numbers = new ScalarBatch<double>(memory).AsReadOnlyTensorSpan();
        memory[8] = -1;
        Assert.True(dense.IsDense && batch.IsDense && !gaps.IsDense);
        Assert.Equal((-1.0, -1.0, -1.0, -1.0), (dense[1, 2], gaps[1, 2], batch[0, 2, 0], numbers[8]));
        Assert.Equal([4, 2, 3], repeated.Lengths);
        Assert.Equal(5, repeated[3, 1, 2]);
        Assert.Equal([1, 3, 1], new MatrixBatch<double>(memory.AsSpan(0, 3), 1, 3, 1).AsReadOnlyTensorSpan().Lengths);
    }

    [Fact]
    public void ResultsAreCopiedIntoTensorsOfAnyLayout()
    {
        double[] memory = new double[12];
        TensorSpan<double> columnByColumn = new(memory, [2, 3], [1, 2]);
        new Matrix<double>(Numbers(6), 2, 3).CopyTo(columnByColumn);
        Assert.Equal([0, 3, 1, 4, 2, 5], memory[..6]);
        new MatrixBatch<double>(Numbers(12), 2, 2, 3).CopyTo(new TensorSpan<double>(memory, [2, 2, 3]));
        Assert.Equal(Numbers(12), memory);
    }

    [Fact]
    public void ShapesAndLayoutsThatDoNotFitAreNamed()
    {
        double[] memory = Numbers(24);
        Contains("It has 1 dimension; a matrix has 2.", Assert.Throws<ArgumentException>("tensor", () => new TensorSpan<double>(memory).AsMatrix()));
        Contains("It has 3 dimensions", Assert.Throws<ArgumentException>("tensor", () => new TensorSpan<double>(memory, [2, 3, 4]).AsMatrix()));
        Contains("2 or more", Assert.Throws<ArgumentException>("tensor", () => new TensorSpan<double>(memory).AsMatrixBatch()));
        Contains("lie 2 apart", Assert.Throws<ArgumentException>("tensor", () => new ReadOnlyTensorSpan<double>(memory.AsSpan(0, 6), [2, 3], [1, 2]).AsMatrix()));
        Contains("not equally far apart", Assert.Throws<ArgumentException>("tensor", () =>
            new ReadOnlyTensorSpan<double>(memory, [2, 3, 2, 2]).Slice([0..2, 0..2, 0..2, 0..2]).AsMatrixBatch()));
        Contains("Its shape is 3 × 2 where it must be 2 × 3", Assert.Throws<ArgumentException>("target", () =>
            new Matrix<double>(memory.AsSpan(0, 6), 2, 3).CopyTo(new TensorSpan<double>(new double[6], [3, 2]))));
        Assert.Throws<ArgumentException>(() => new Matrix<double>(memory, 3, 4, 1).AsReadOnlyTensorSpan());
    }

    [Fact]
    public void DerivativesTakeThem()
    {
        double[] a = [1.3, -0.2, 0.7, 2.1], b = [2.4, 0.8, -0.9, 1.5], expectedA = new double[4], expectedB = new double[4];
        double expected = SeedPrograms.LossValueAndGradient(new Matrix<double>(a, 2, 2), new Matrix<double>(b, 2, 2), expectedA, expectedB);
        TensorSpan<double> first = new(a, [1, 2, 2]), second = new(b, [1, 2, 2]), da = new(new double[4], [1, 2, 2]), db = new(new double[4], [1, 2, 2]);
        double value = SeedPrograms.LossValueAndGradient(first.AsMatrixBatch(), second.AsMatrixBatch(), da.GetSpan([0, 0, 0], 4), db.GetSpan([0, 0, 0], 4));
        Assert.Equal(expected, value);
        Assert.Equal(expectedA, da.GetSpan([0, 0, 0], 4));
        Assert.Equal(expectedB, db.GetSpan([0, 0, 0], 4));
    }

    private static void Contains(string part, ArgumentException thrown) => Assert.Contains(part, thrown.Message, StringComparison.Ordinal);
}

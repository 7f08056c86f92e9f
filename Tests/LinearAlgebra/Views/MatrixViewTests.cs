using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Views of matrices outside of differentiated code.</summary>
public sealed class MatrixViewTests
{
    private static readonly double[] Twelve = [.. Enumerable.Range(0, 12).Select(static i => i + 1.0)];

    [Fact]
    public void MatricesFollowEachOther()
    {
        var batch = new MatrixBatch<double>(Twelve, 2, 3);
        Assert.Equal((2, 2, 3, 12, true), (batch.Count, batch.Rows, batch.Columns, batch.Length, batch.IsDense));
        Assert.Equal(12, batch[1][1, 2]);
        Assert.Equal([10, 11, 12], batch[1].Row(1).ToArray());
        Assert.True(batch.Elements == Twelve);
    }

    [Fact]
    public void BlocksAreViewsWithGaps()
    {
        using var arena = Arena.Enter();
        MatrixBatch<double> block = new MatrixBatch<double>(Twelve, 2, 3).Block(0, 1, 2, 2);
        Assert.False(block.IsDense);
        Assert.Equal([2, 3, 5, 6, 8, 9, 11, 12], block.Compact().Elements.ToArray());
        Assert.Equal([9, 11], [block[1][0, 1], block[1][1, 0]]);
        Assert.Equal([2 + 6 + 8 + 12.0], [block.Trace().Sum()]);
        Assert.Equal([2, 5, 3, 6, 8, 11, 9, 12], block.Transpose().Elements.ToArray());
        bool threw = false;
        try
        {
            _ = block.Elements;
        }
        catch (InvalidOperationException)
        {
            threw = true;
        }

        Assert.True(threw);
    }

    [Fact]
    public void OneMatrixServesAll()
    {
        using var arena = Arena.Enter();
        var batch = new MatrixBatch<double>(Twelve, 2, 3);
        var one = new Matrix<double>([1, 0, 0, 0, 1, 0, 0, 0, 2], 3, 3);
        double[] expected = [1, 2, 6, 4, 5, 12, 7, 8, 18, 10, 11, 24];
        Assert.Equal(expected, (batch * one).Elements.ToArray());
        Assert.Equal(expected, (batch * one.Repeat(2)).Elements.ToArray());
        Assert.Equal(18, one.Repeat(2).Compact().Length);
    }

    [Fact]
    public void OperatorsComputeWhatTheySay()
    {
        using var arena = Arena.Enter();
        Matrix<double> a = new([1, 2, 3, 4], 2, 2), b = new([0, 1, -1, 2], 2, 2);
        Assert.Equal([1, 3, 2, 6], (a + b).Elements.ToArray());
        Assert.Equal([1, 1, 4, 2], (a - b).Elements.ToArray());
        Assert.Equal([-2, 5, -4, 11], (a * b).Elements.ToArray());
        Assert.Equal([0, 2, -3, 8], a.Hadamard(b).Elements.ToArray());
        Assert.Equal([-0.5, -1, -1.5, -2], (-a / 2).Elements.ToArray());
        Assert.Equal(5, a.Trace());
        Assert.Equal(10, a.Sum());
        Assert.Equal(Math.Sqrt(30), a.Norm(), 15);
        Assert.Equal([1, 0, 0, 1], (a * a.Inverse()).Elements.ToArray().Select(static x => Math.Round(x, 12) + 0.0));
        Assert.Equal([0, 1, -1, 2], (a * a.Solve(b)).Elements.ToArray().Select(static x => Math.Round(x, 12) + 0.0));
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        using var arena = Arena.Enter();
        Assert.Contains("3", Refusal(static () => _ = new MatrixBatch<double>(Twelve, 2, 3) * new MatrixBatch<double>(Twelve, 2, 3)), StringComparison.Ordinal);
        Assert.Contains("2 and of 3", Refusal(static () => _ = new MatrixBatch<double>(Twelve, 2, 3) + new MatrixBatch<double>(new double[18], 2, 3)), StringComparison.Ordinal);
        Refusal(static () => _ = new MatrixBatch<double>(Twelve, 2, 3).Inverse());
        Refusal(static () => _ = new MatrixBatch<double>(Twelve, 5, 1));
        Refusal(static () => _ = new MatrixBatch<double>(Twelve, 2, 2, 3, 7, 3));
        Refusal(static () => _ = new Matrix<double>(Twelve, 3, 3));
        Assert.Throws<OverflowException>(static () => { _ = new Matrix<double>(Twelve, -3, -4); });
        Assert.Throws<ArgumentOutOfRangeException>(static () => { _ = new Matrix<double>(Twelve, 3, 4).Block(1, 0, 3, 1); });
        Assert.Throws<IndexOutOfRangeException>(static () => { _ = new Matrix<double>(Twelve, 3, 4)[0, 4]; });
        Assert.Equal(1, Assert.Throws<SingularMatrixException>(static () => { _ = new MatrixBatch<double>([1, 0, 0, 1, 1, 2, 2, 4], 2, 2).Inverse(); }).Matrix);
    }

    [Fact]
    public void ResultsNeedAScope() => Assert.Contains(
        "Arena.Enter()",
        Assert.Throws<InvalidOperationException>(static () => { _ = -new Matrix<double>(Twelve, 3, 4); }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double sum = 0;
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            using var arena = Arena.Enter();
            var a = new MatrixBatch<double>(Twelve, 2, 2);
            sum += ((a * a.Inverse()).Transpose() + (a.Trace() * a)).Block(0, 0, 1, 2).Norm();
        });
        Assert.Equal(0, bytes);
        Assert.True(double.IsFinite(sum));
    }

    private static string Refusal(Action action) => Assert.Throws<ArgumentException>(action).Message;
}

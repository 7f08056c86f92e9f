using StaticAd.CompilerServices;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 9)]
    [InlineData(70, 2)]
    public void NothingIsAllocatedOnTheManagedHeap(int n, int batch)
    {
        var random = new Random(3);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] b = Naive.Random(random, a.Length);
        double[] c = new double[a.Length];
        double[] numbers = new double[batch];
        double[] others = new double[batch];
        float[] single = Naive.Single(a);
        float[] singleResult = new float[single.Length];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            LinearAlgebra.Multiply(a, b, c, n, n, n, transposeA: true);
            LinearAlgebra.MultiplyAdd(a, b, c, n, n, n);
            LinearAlgebra.Inverse(a, c, n);
            LinearAlgebra.Solve(a, b, c, n, n);
            LinearAlgebra.SolveTriangular(a, b, c, n, n, upper: true);
            LinearAlgebra.Cholesky(a, c, n);
            LinearAlgebra.CholeskySolve(a, b, c, n, n);
            LinearAlgebra.Determinant(a, numbers, n);
            LinearAlgebra.SignAndLogDeterminant(a, numbers, others, n);
            LinearAlgebra.Transpose(a, c, n, n);
            LinearAlgebra.Trace(a, numbers, n, n);
            LinearAlgebra.Inverse(single, singleResult, n);
        });
        Assert.Equal(0, bytes);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(20, 2)]
    public void DerivativesAllocateNothingOnTheManagedHeap(int n, int batch)
    {
        var random = new Random(3);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] b = Naive.Random(random, a.Length);
        double[] y = new double[a.Length], yBar = new double[a.Length], da = new double[a.Length], db = new double[a.Length];
        double[] numbers = new double[batch], others = new double[batch], bars = new double[batch], otherBars = new double[batch];
        using var tape = new Tape();
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            ProductRules.MultiplyVjp<double>(a, b, y, n, n, n, false, true, yBar, da, db);
            InverseRules.InverseVjp<double>(a, y, n, yBar, da);
            CholeskyRules.CholeskyVjp<double>(a, y, n, yBar, da);
            SolveRules.SolveVjp<double>(a, b, y, n, n, yBar, da, db);
            SolveRules.SolveForward<double>(a, b, y, n, n, tape);
            SolveRules.SolveBackward<double>(a, b, y, n, n, yBar, da, db, tape);
            CholeskySolveRules.CholeskySolveVjp<double>(a, b, y, n, n, yBar, da, db);
            DeterminantRules.DeterminantVjp<double>(a, numbers, n, bars, da);
            DeterminantRules.DeterminantJvp<double>(a, numbers, n, b, bars);
            LogDeterminantRules.SignAndLogDeterminantVjp<double>(a, numbers, others, n, bars, otherBars, da);
        });
        Assert.Equal(0, bytes);
        Assert.Equal(0, tape.BytesInUse);
    }
}

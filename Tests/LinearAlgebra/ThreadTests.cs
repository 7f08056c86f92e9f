using StaticAd.Kernels;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Large matrices on several threads. The number is one of the whole process, but no result depends on it.</summary>
public sealed class ThreadTests : IDisposable
{
    public void Dispose() => LinearAlgebra.Threads = 1;

    [Theory]
    [InlineData(200, 1)]
    [InlineData(257, 1)]
    [InlineData(130, 5)]
    [InlineData(33, 100)]
    public void ResultsAreTheSameToTheLastBit(int n, int batch)
    {
        var random = new Random(n);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))];
        double[] b = Naive.Random(random, a.Length);
        double[][] expected = Everything(a, b, n);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            LinearAlgebra.Threads = threads;
            double[][] found = Everything(a, b, n);
            Assert.All(expected.Zip(found), static pair => Assert.Equal(pair.First, pair.Second));
        }
    }

    [Theory]
    [InlineData(2000, 300, 20)]
    [InlineData(20, 300, 2000)]
    [InlineData(3000, 700, 2)]
    public void ProductsOfAllShapesAreTheSame(int rows, int inner, int columns)
    {
        var random = new Random(rows);
        double[] a = Naive.Random(random, rows * inner), b = Naive.Random(random, inner * columns);
        double[] alone = new double[rows * columns], together = new double[alone.Length];
        LinearAlgebra.Multiply(a, b, alone, rows, inner, columns);
        LinearAlgebra.Threads = 3;
        LinearAlgebra.Multiply(a, b, together, rows, inner, columns);
        Assert.Equal(alone, together);
    }

    /// <summary>The gradient of one matrix that serves all is added up in one order.</summary>
    [Fact]
    public void WhatIsAddedUpIsTheSame()
    {
        var random = new Random(1);
        double[] a = Naive.Random(random, 6 * 130 * 130), one = Naive.PositiveDefinite(random, 130);
        double[] Gradients()
        {
            double[] da = new double[a.Length], db = new double[one.Length];
            ViewPrograms.SeedGradient(new(a, 130, 130), new(one, 130, 130), da, db);
            return [.. da, .. db];
        }

        double[] alone = Gradients();
        LinearAlgebra.Threads = 4;
        Assert.Equal(alone, Gradients());
    }

    [Fact]
    public void TheFirstSingularMatrixIsNamedAndNothingIsWritten()
    {
        const int n = 130, batch = 7;
        var random = new Random(2);
        double[] a = [.. Enumerable.Range(0, batch).SelectMany(_ => Naive.PositiveDefinite(random, n))], inverse = new double[a.Length];
        Array.Clear(a, 3 * n * n, n);
        Array.Clear(a, 5 * n * n, n);
        LinearAlgebra.Threads = 4;
        Assert.Equal(3, Assert.Throws<SingularMatrixException>(() => LinearAlgebra.Inverse(a, inverse, n)).Matrix);
        Assert.All(inverse, static element => Assert.Equal(0, element));
    }

    [Fact]
    public void ManyCallersAtOnceGetWhatOneGets()
    {
        const int n = 200;
        var random = new Random(4);
        double[] a = Naive.PositiveDefinite(random, n), b = Naive.Random(random, a.Length);
        double[][] expected = Everything(a, b, n);
        LinearAlgebra.Threads = 3;
        Parallel.For(0, 12, _ => Assert.All(expected.Zip(Everything(a, b, n)), static pair => Assert.Equal(pair.First, pair.Second)));
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double[] a = Naive.PositiveDefinite(new Random(3), 260), c = new double[a.Length];
        LinearAlgebra.Threads = 3;
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(() =>
        {
            LinearAlgebra.Multiply(a, a, c, 260, 260, 260);
            LinearAlgebra.Inverse(a, c, 260);
        }));
    }

    [Fact]
    public unsafe void WhatAPartThrowsReachesTheCaller()
    {
        static void Part(void* done, int number)
        {
            Interlocked.Increment(ref *(int*)done);
            if (number != 1)
            {
                throw new InvalidOperationException($"part {number}");
            }
        }

        for (int attempt = 0; attempt < 3; attempt++)
        {
            int done = 0;
            int* counter = &done;
            Assert.StartsWith("part ", Assert.Throws<InvalidOperationException>(() => WorkerTeam.Run(&Part, counter, 3)).Message);
            // Where another test has the threads, the parts come one after the other, and the first ends it.
            Assert.True(done is 3 or 1);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void ANumberThatCannotBeIsRefused(int threads)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAlgebra.Threads = threads);
        Assert.InRange(LinearAlgebra.Threads, 1, 64);
    }

    private static double[][] Everything(double[] a, double[] b, int n)
    {
        double[] product = new double[a.Length], inverse = new double[a.Length], solution = new double[a.Length], factor = new double[a.Length];
        double[] da = new double[a.Length], db = new double[a.Length], dsa = new double[a.Length], dsb = new double[a.Length];
        LinearAlgebra.Multiply(a, b, product, n, n, n, transposeA: true);
        LinearAlgebra.Inverse(a, inverse, n);
        LinearAlgebra.Solve(a, b, solution, n, n);
        LinearAlgebra.Cholesky(a, factor, n);
        ViewPrograms.SeedGradient(new(b, n, n), new(a, n, n), da, db);
        ViewPrograms.SystemsGradient(new(a, n, n), new(b, n, n), dsa, dsb);
        return [product, inverse, solution, factor, da, db, dsa, dsb];
    }
}

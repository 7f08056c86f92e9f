using System.Reflection;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>
/// One sweep for a whole expression gives what the operations one by one give, which <c>FVjp</c> runs: these are checked against differences.
/// </summary>
public sealed class InterleavedTests
{
    public static TheoryData<int, int> Sizes()
    {
        var sizes = new TheoryData<int, int>();
        foreach (int n in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 10])
        {
            foreach (int batch in (int[])[2, 3, 7, 8, 9, 16, 17, 64, 300])
            {
                sizes.Add(n, batch);
            }
        }

        return sizes;
    }

    [Theory]
    [InlineData(nameof(InterleavedPrograms.Seed))]
    [InlineData(nameof(InterleavedPrograms.Single))]
    [InlineData(nameof(InterleavedPrograms.Mean))]
    [InlineData(nameof(InterleavedPrograms.Weighted))]
    [InlineData(nameof(InterleavedPrograms.Factors))]
    public void TheMethodHasOneSweep(string name) =>
        Assert.NotNull(typeof(InterleavedPrograms).GetMethod(name + "Interleaved", BindingFlags.Static | BindingFlags.NonPublic));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ItGivesWhatTheOperationsGive(int n, int batch)
    {
        double[] a = Matrices(n, batch, 1), b = Matrices(n, batch, 2), weights = Matrices(n, 1, 3), factors = Numbers(batch);
        Same((da, db) => InterleavedPrograms.SeedValueAndGradient(new(a, n, n), new(b, n, n), da, db),
            (da, db) => InterleavedPrograms.SeedVjp(new(a, n, n), new(b, n, n), 1, da, db), a.Length, b.Length);
        Same((da, db) => InterleavedPrograms.SeedValueAndGradient(new(a, n, n), new(weights, n, n), da, db),
            (da, db) => InterleavedPrograms.SeedVjp(new(a, n, n), new(weights, n, n), 1, da, db), a.Length, weights.Length);
        Same((da, db) => InterleavedPrograms.FactorsValueAndGradient(new(a, n, n), new(b, n, n), da, db),
            (da, db) => InterleavedPrograms.FactorsVjp(new(a, n, n), new(b, n, n), 1, da, db), a.Length, b.Length);
        double[] dFactors = new double[batch], others = new double[batch], dScale = new double[2];
        Same((da, dWeights) => InterleavedPrograms.WeightedValueAndGradient(new(a, n, n), new(weights, n, n), new(factors), da, dWeights, dFactors),
            (da, dWeights) => InterleavedPrograms.WeightedVjp(new(a, n, n), new(weights, n, n), new(factors), 1, da, dWeights, others), a.Length, weights.Length);
        Close.Assert(others, dFactors, 1e-12 * Largest(others), "dFactors");
        Same((da, db) => InterleavedPrograms.MeanValueAndGradient(new(a, n, n), new(b, n, n), 0.7, da, db, out dScale[0]),
            (da, db) => InterleavedPrograms.MeanVjp(new(a, n, n), new(b, n, n), 0.7, 1, da, db, out dScale[1]), a.Length, b.Length);
        Assert.Equal(dScale[1], dScale[0], 1e-10);
    }

    [Theory]
    [InlineData(3, 37)]
    [InlineData(8, 9)]
    public void SoItDoesInSinglePrecision(int n, int batch)
    {
        float[] a = Naive.Single(Matrices(n, batch, 1)), b = Naive.Single(Matrices(n, batch, 2));
        float[] da = new float[a.Length], db = new float[a.Length], expectedA = new float[a.Length], expectedB = new float[a.Length];
        float value = InterleavedPrograms.SingleValueAndGradient(new(a, n, n), new(b, n, n), da, db);
        Assert.Equal(InterleavedPrograms.SingleVjp(new(a, n, n), new(b, n, n), 1, expectedA, expectedB), value, 1e-5f * value);
        Close.Assert([.. expectedA.Select(x => (double)x)], [.. da.Select(x => (double)x)], 1e-5, "da");
        Close.Assert([.. expectedB.Select(x => (double)x)], [.. db.Select(x => (double)x)], 1e-5, "db");
    }

    [Theory]
    [InlineData(1e30)]
    [InlineData(1e-30)]
    [InlineData(1e160)]
    [InlineData(1e-160)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    public void NumbersForWhichItIsNotExactAreLeftToTheOperations(double factor)
    {
        double[] a = [.. Matrices(3, 9, 1).Select(x => x * factor)], weights = Matrices(3, 1, 3), zeros = new double[9];
        double[][] actual = [new double[81], new double[9], new double[9]], expected = [new double[81], new double[9], new double[9]];
        double value = InterleavedPrograms.WeightedValueAndGradient(new(a, 3, 3), new(weights, 3, 3), new(zeros), actual[0], actual[1], actual[2]);
        Assert.Equal(InterleavedPrograms.WeightedVjp(new(a, 3, 3), new(weights, 3, 3), new(zeros), 1, expected[0], expected[1], expected[2]), value);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void AMatrixWithoutInverseIsNamed()
    {
        double[] a = Matrices(3, 20, 1), b = Matrices(3, 20, 2);
        b.AsSpan(9 * 13, 9).Fill(1);
        var fault = Assert.Throws<SingularMatrixException>(() => InterleavedPrograms.SeedGradient(new(a, 3, 3), new(b, 3, 3), new double[180], new double[180]));
        Assert.Contains("13", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefusedBeforeAnythingIsWritten()
    {
        double[] a = Matrices(3, 4, 1), da = Close.Filled(36, 5), db = Close.Filled(27, 5);
        Assert.Throws<ArgumentException>(() => InterleavedPrograms.SeedGradient(new(a, 3, 3), new(Matrices(3, 3, 2), 3, 3), da, db));
        Assert.All(da.Concat(db), static element => Assert.Equal(5, element));
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double[] a = Matrices(3, 19, 1), b = Matrices(3, 19, 2), da = new double[a.Length], db = new double[a.Length];
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(() => InterleavedPrograms.SeedGradient(new(a, 3, 3), new(b, 3, 3), da, db)));
    }

    private delegate double Sweep(Span<double> first, Span<double> second);

    private static void Same(Sweep interleaved, Sweep oneByOne, int first, int second)
    {
        double[][] actual = [Close.Filled(first, double.NaN), Close.Filled(second, double.NaN)], expected = [new double[first], new double[second]];
        double value = interleaved(actual[0], actual[1]), reference = oneByOne(expected[0], expected[1]);
        Assert.Equal(reference, value, 1e-12 * Math.Max(1, Math.Abs(reference)));
        double tolerance = 1e-12 * Largest([.. expected[0], .. expected[1]]);
        Close.Assert(expected[0], actual[0], tolerance, "the first gradient");
        Close.Assert(expected[1], actual[1], tolerance, "the second gradient");
    }

    private static double Largest(double[] numbers) => Math.Max(1, numbers.Max(Math.Abs));

    private static double[] Numbers(int count) => Naive.Random(new Random(count), count);

    private static double[] Matrices(int n, int batch, int seed)
    {
        double[] matrices = Naive.Random(new Random(seed + (10 * n)), batch * n * n);
        for (int i = 0; i < batch * n; i++)
        {
            matrices[(i / n * n * n) + (i % n * (n + 1))] += n;
        }

        return matrices;
    }
}

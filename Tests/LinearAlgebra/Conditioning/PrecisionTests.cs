using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>The rules for <c>float</c>: against finite differences, and, which is sharper, against those for <c>double</c> at the same numbers.</summary>
public sealed class PrecisionTests
{
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 16)]
    [InlineData(7, 3)]
    public void GradientsAreThoseOfDoublePrecision(int n, int batch)
    {
        double[] a = WellApart(n, batch), b = Rounded(Naive.Random(new Random(n), a.Length));
        float[] singleA = Naive.Single(a), singleB = Naive.Single(b), da = new float[a.Length], db = new float[a.Length];
        double[] expectedA = new double[a.Length], expectedB = new double[a.Length];
        double expected = PrecisionPrograms.SystemsValueAndGradient(a, b, n, expectedA, expectedB);
        Near(expected, PrecisionPrograms.SystemsValueAndGradient(singleA, singleB, n, da, db), expectedA, da);
        Near(expected, (float)expected, expectedB, db);
        expected = PrecisionPrograms.FactorsValueAndGradient(a, n, expectedA);
        Near(expected, PrecisionPrograms.FactorsValueAndGradient(singleA, n, da), expectedA, da);
        expected = PrecisionPrograms.ElementsValueAndGradient(a, b, n, expectedA, expectedB);
        Near(expected, PrecisionPrograms.ElementsValueAndGradient(singleA, singleB, n, da, db), expectedA, da);
        Near(expected, (float)expected, expectedB, db);
    }

    // Factorisations are left out: what is lost in so many steps is as large as differences of single precision.
    [Fact]
    public void GradientsAreThoseOfDifferences()
    {
        float[] a = Naive.Single(WellApart(3, 2)), b = Naive.Single(Naive.Random(new Random(5), 18));
        GradCheck.Method(typeof(PrecisionPrograms), nameof(PrecisionPrograms.Systems), a, b, 3).ThrowIfFailed();
        GradCheck.Method(typeof(PrecisionPrograms), nameof(PrecisionPrograms.Elements), a, b, 3).ThrowIfFailed();
    }

    private static void Near(double value, float single, double[] expected, float[] actual)
    {
        double largest = expected.Max(Math.Abs);
        Assert.Equal(value, single, 1e-4 * Math.Max(1, Math.Abs(value)));
        Close.Assert(expected, [.. actual.Select(static x => (double)x)], 1e-3 * largest, "the gradient");
    }

    /// <summary>Matrices whose singular values, and eigenvalues of whose symmetric parts, are about one apart, in numbers that both types have.</summary>
    private static double[] WellApart(int n, int batch)
    {
        double[] a = Naive.Random(new Random(n + batch), n * n * batch);
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / n % n, i % n);
            a[i] = (a[i] / 4) + (row == column ? 0.75 + (row * 0.75) : 0);
        }

        return Rounded(a);
    }

    private static double[] Rounded(double[] numbers) => [.. numbers.Select(static x => (double)(float)x)];
}

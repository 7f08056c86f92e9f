using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>First and second derivatives of sums over indices and of norms against finite differences, over sizes and batches.</summary>
public sealed class EinsumGradCheckTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(2, 9)]
    [InlineData(3, 7)]
    [InlineData(3, 8)]
    [InlineData(4, 3)]
    [InlineData(7, 1)]
    [InlineData(9, 2)]
    [InlineData(13, 1)]
    public void Contractions(int n, int batch)
    {
        var random = new Random(n + (100 * batch));
        double[] a = Numbers(random, batch * n * n, n), b = Numbers(random, batch * n * n, n);
        GradCheck.Method(typeof(EinsumPrograms), nameof(EinsumPrograms.Products), a, b, batch, n).ThrowIfFailed();
        GradCheck.Method(typeof(EinsumPrograms), nameof(EinsumPrograms.Forms), Numbers(random, batch * n, n), Numbers(random, n * n, n), batch, n).ThrowIfFailed();
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 9)]
    [InlineData(17, 2)]
    public void NormsOfAnyOrder(int size, int batch)
    {
        double[] a = [.. Naive.Random(new Random(size), size * batch).Select(static x => x + Math.Sign(x))];
        foreach (double order in (ReadOnlySpan<double>)[0, 0.5, 1, 1.5, 2, 3, -1, double.PositiveInfinity, double.NegativeInfinity])
        {
            GradCheck.Method(typeof(EinsumPrograms), nameof(EinsumPrograms.Norms), a, size, order).ThrowIfFailed();
        }
    }

    private static double[] Numbers(Random random, int count, int n) => [.. Naive.Random(random, count).Select(x => x / Math.Sqrt(n))];
}

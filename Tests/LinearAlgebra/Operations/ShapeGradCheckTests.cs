using Xunit;

namespace StaticAd.Tests.Linear.Operations;

// Not run again with less hardware, as the checks of square matrices.
/// <summary>First and second derivatives over random shapes, against differences along directions.</summary>
[Trait("Needs", "CompilerOnly")]
public sealed class ShapeGradCheckTests
{
    private static readonly int[] Batches = [1, 3, 7, 8, 9, 64];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DerivativesAreThoseOfDifferences(int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(1, 21), inner = random.Next(1, 21), columns = random.Next(1, 21), batch = Batches[seed % Batches.Length];
        double[] a = Apart.Matrices(random, rows, inner, batch), b = Apart.Matrices(random, inner, columns, batch);
        Check(nameof(ShapePrograms.Products), a, b, rows, inner, columns);
        Check(nameof(ShapePrograms.Solutions), Apart.Matrices(random, inner, inner, batch), b, inner, columns);
        Check(nameof(ShapePrograms.Factors), a, rows, inner);
        (rows, inner, columns) = (1 + (rows % 4), 1 + (inner % 5), 1 + (columns % 3));
        Check(nameof(ShapePrograms.Blocks), Apart.Matrices(random, rows, inner, 3), Apart.Matrices(random, inner, columns, 3), rows, inner, columns);
    }

    private static void Check(string method, params object[] arguments) =>
        GradCheck.Method(new GradCheckOptions { Fast = true }, typeof(ShapePrograms), method, arguments).ThrowIfFailed();
}

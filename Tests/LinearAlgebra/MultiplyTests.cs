using Xunit;

namespace StaticAd.Tests.Linear;

public sealed class MultiplyTests
{
    private const double Epsilon = 2.3e-16;
    private const double SingleEpsilon = 1.2e-7;

    public static TheoryData<int, int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int, int>();
        var random = new Random(20261129);
        int[] batches = [1, 3, 7, 8, 9, 64];
        foreach (int n in (int[])[.. Enumerable.Range(0, 21), 33, 65, 130])
        {
            shapes.Add(n, n, n, n > 60 ? 1 : batches[n % 6]);
        }

        for (int i = 0; i < 60; i++)
        {
            shapes.Add(random.Next(0, 40), random.Next(0, 40), random.Next(0, 40), batches[i % 6]);
        }

        shapes.Add(1, 300, 1, 3);
        shapes.Add(130, 1, 130, 1);
        shapes.Add(300, 2, 5, 1);
        shapes.Add(3, 600, 700, 1);
        shapes.Add(150, 257, 25, 1);
        shapes.Add(4, 4, 4, 0);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ProductsAreThoseOfTheTextbook(int rows, int inner, int columns, int batch)
    {
        var random = new Random((rows * 7919) + (inner * 101) + columns);
        for (int form = 0; form < 16; form++)
        {
            bool transposeA = (form & 1) != 0;
            bool transposeB = (form & 2) != 0;
            double[] a = Naive.Random(random, rows * inner * ((form & 4) != 0 ? 1 : batch));
            double[] b = Naive.Random(random, inner * columns * ((form & 8) != 0 ? 1 : batch));
            double[] product = Close.Filled(rows * columns * batch, double.NaN);
            LinearAlgebra.Multiply(a, b, product, rows, inner, columns, transposeA, transposeB);
            double[] expected = Expected(a, b, rows, inner, columns, batch, transposeA, transposeB);
            Close.Assert(expected, product, 4 * (inner + 1) * Epsilon, $"form {form}");

            float[] single = new float[product.Length];
            LinearAlgebra.Multiply(Naive.Single(a), Naive.Single(b), single, rows, inner, columns, transposeA, transposeB);
            Close.Assert(expected, Naive.Double(single), 4 * (inner + 1) * SingleEpsilon, $"float, form {form}");
        }
    }

    [Theory]
    [InlineData(3, 4, 5, 9)]
    [InlineData(33, 20, 1, 3)]
    [InlineData(1, 7, 9, 8)]
    [InlineData(40, 300, 31, 2)]
    public void SumsAreAddedToAndGatherABatchInOneMatrix(int rows, int inner, int columns, int batch)
    {
        var random = new Random(5);
        double[] a = Naive.Random(random, rows * inner * batch);
        double[] b = Naive.Random(random, inner * columns * batch);
        double[] sums = Naive.Random(random, rows * columns * batch);
        double[] sum = sums[..(rows * columns)];
        double[] products = Expected(a, b, rows, inner, columns, batch, false, false);
        double[] expected = [.. sums.Zip(products, (x, y) => x + y)];
        double[] gathered = [.. sum];
        for (int i = 0; i < products.Length; i++)
        {
            gathered[i % gathered.Length] += products[i];
        }

        LinearAlgebra.MultiplyAdd(a, b, sums, rows, inner, columns);
        LinearAlgebra.MultiplyAdd(a, b, sum, rows, inner, columns);
        Close.Assert(expected, sums, 4 * (inner + 2) * Epsilon, "each");
        Close.Assert(gathered, sum, 4 * (inner + 2) * batch * batch * Epsilon, "all in one");
    }

    private static double[] Expected(
        double[] a, double[] b, int rows, int inner, int columns, int batch, bool transposeA, bool transposeB)
    {
        IEnumerable<double> products = [];
        for (int i = 0; i < batch; i++)
        {
            double[] first = Naive.Matrix(a, rows * inner, i);
            double[] second = Naive.Matrix(b, inner * columns, i);
            first = transposeA ? Naive.Transpose(first, inner, rows) : first;
            second = transposeB ? Naive.Transpose(second, columns, inner) : second;
            products = products.Concat(Naive.Multiply(first, second, rows, inner, columns));
        }

        return [.. products];
    }
}

using System.Numerics;
using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Products of small matrices agree with a triple loop to the rounding errors of a sum.</summary>
public class ProductTests
{
    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void ProductsOfDoubles(int n) => Check<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void ProductsOfFloats(int n) => Check<float>(n);

    private static void Check<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int count in Sizes.Batches)
        {
            for (int options = 0; options < 8; options++)
            {
                bool transposeA = (options & 1) != 0;
                bool transposeB = (options & 2) != 0;
                bool add = (options & 4) != 0;
                Check<T>(new SmallShape(n, n, n, transposeA, transposeB), add, count, count, count);
                Check<T>(new SmallShape(n, (n % 5) + 1, (n % 7) + 1, transposeA, transposeB), add, count, count, count);
                Check<T>(new SmallShape((n % 3) + 1, n, (n % 4) + 2, transposeA, transposeB), add, 1, count, count);
                Check<T>(new SmallShape(n, (n % 3) + 2, n, transposeA, transposeB), add, count, 1, count);
            }
        }
    }

    private static void Check<T>(SmallShape shape, bool add, int countA, int countB, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int rows, int inner, int columns, bool transposeA, bool transposeB) = shape;
        T[] a = Samples<T>.Random(1, countA * rows * inner);
        T[] b = Samples<T>.Random(2, countB * inner * columns);
        T[] start = Samples<T>.Random(3, count * rows * columns);
        T[] product = [.. start];
        InLanes.Multiply<T>(a, b, product, shape, add);
        for (int m = 0; m < count; m++)
        {
            double[] left = Samples<T>.Matrix(a, rows * inner, m);
            double[] right = Samples<T>.Matrix(b, inner * columns, m);
            double[] expected = Samples<T>.Multiply(
                transposeA ? Samples<T>.Transpose(left, inner, rows) : left,
                transposeB ? Samples<T>.Transpose(right, columns, inner) : right, rows, inner, columns);
            for (int e = 0; e < expected.Length; e++)
            {
                double before = add ? double.CreateChecked(start[(m * expected.Length) + e]) : 0;
                double error = expected[e] + before - double.CreateChecked(product[(m * expected.Length) + e]);
                Assert.True(Math.Abs(error) <= 2 * (inner + 1) * Samples<T>.Epsilon * (inner + 1), $"{shape}, {m} of {count}, element {e}: {error}");
            }
        }
    }
}

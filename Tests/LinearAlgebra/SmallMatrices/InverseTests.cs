using System.Numerics;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>A X - I of small inverses stays below c n ε ‖A‖ ‖X‖, which elimination with pivots ensures, however ill-conditioned A is.</summary>
public class InverseTests
{
    private const double Factor = 8;

    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void InversesOfDoubles(int n)
    {
        foreach (double condition in (double[])[1, 1e3, 1e8, 1e14])
        {
            Check<double>(n, count => Samples<double>.Conditioned(4, n, count, condition));
        }

        Check<double>(n, count => Samples<double>.Random(5, n * n * count));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void InversesOfFloats(int n)
    {
        foreach (double condition in (double[])[1, 1e3, 1e6])
        {
            Check<float>(n, count => Samples<float>.Conditioned(4, n, count, condition));
        }

        Check<float>(n, count => Samples<float>.Random(5, n * n * count));
    }

    /// <summary>Without pivots the first step would divide by zero, or by something tiny.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void RowsInAnotherOrderAreExchanged(int n)
    {
        Check<double>(n, count => Permuted(n, count, 0));
        Check<double>(n, count => Permuted(n, count, 1e-18));
    }

    private static double[] Permuted(int n, int count, double elsewhere)
    {
        var random = new Random(n);
        double[] batch = new double[n * n * count];
        Array.Fill(batch, elsewhere);
        for (int m = 0; m < count; m++)
        {
            int[] order = [.. Enumerable.Range(0, n)];
            random.Shuffle(order);
            for (int i = 0; i < n; i++)
            {
                batch[(m * n * n) + (i * n) + order[i]] = i + 1;
            }
        }

        return batch;
    }

    private static void Check<T>(int n, Func<int, T[]> sample)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int count in Sizes.Batches)
        {
            T[] a = sample(count);
            T[] inverse = new T[a.Length];
            Assert.True(InLanes.TryInverse<T>(a, inverse, n, out int failed), $"{failed} of {count}");
            Assert.Equal(-1, failed);
            for (int m = 0; m < count; m++)
            {
                double[] matrix = Samples<T>.Matrix(a, n * n, m);
                double[] x = Samples<T>.Matrix(inverse, n * n, m);
                double[] residual = Samples<T>.Multiply(matrix, x, n, n, n);
                for (int i = 0; i < n; i++)
                {
                    residual[(i * n) + i] -= 1;
                }

                double bound = Factor * n * Samples<T>.Epsilon * Samples<T>.Norm(matrix, n) * Samples<T>.Norm(x, n);
                Assert.True(Samples<T>.Norm(residual, n) <= bound, $"{m} of {count}: {Samples<T>.Norm(residual, n) / bound * Factor} n ε");
            }
        }
    }
}

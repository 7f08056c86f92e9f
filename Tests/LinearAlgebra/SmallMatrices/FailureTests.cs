using System.Numerics;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>A matrix that fails, in whatever lane, is named, and then nothing is written.</summary>
public class FailureTests
{
    private const int Count = 37;

    private delegate bool Attempt<T>(ReadOnlySpan<T> a, Span<T> result, int n, out int failed);

    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void SingularDoubles(int n) => CheckAll<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void SingularFloats(int n) => CheckAll<float>(n);

    /// <summary>Wherever in a matrix it stands.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void EveryElementThatIsNotFinite(double value)
    {
        for (int n = 1; n <= 6; n++)
        {
            for (int e = 0; e < n * n; e++)
            {
                double[] a = Samples<double>.Random(n, n * n * 9);
                a[(4 * n * n) + e] = value;
                double[] result = new double[a.Length];
                Assert.False(InLanes.TryInverse<double>(a, result, n, out int failed));
                Assert.Equal(4, failed);
                Assert.False(InLanes.TrySolve<double>(a, a, result, n, n, out failed));
                Assert.Equal(4, failed);
                double[] definite = Samples<double>.Definite(n, n, 9);
                definite[(4 * n * n) + e] = value;
                Assert.False(InLanes.TryCholesky<double>(definite, result, n, out failed));
                Assert.Equal(4, failed);
            }
        }
    }

    [Fact]
    public void AnIndefiniteMatrixHasNoCholeskyFactor()
    {
        double[] untouched = [7, 7, 7, 7, 7, 7, 7, 7];
        Assert.False(InLanes.TryCholesky<double>([1, 0, 0, 1, 1, 2, 2, 1], untouched, 2, out int failed));
        Assert.Equal(1, failed);
        Assert.All(untouched, x => Assert.Equal(7, x));
    }

    private static void CheckAll<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] regular = Samples<T>.Definite(n, n, Count);
        Check(regular, n, InLanes.TryInverse<T>);
        Check(regular, n, InLanes.TryCholesky<T>);
        Check(regular, n, (ReadOnlySpan<T> a, Span<T> x, int size, out int failed) => InLanes.TrySolve<T>(a, regular, x, size, size, out failed));
    }

    private static void Check<T>(T[] regular, int n, Attempt<T> attempt)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int broken = 0; broken < Count; broken++)
        {
            T[] a = [.. regular];
            Break(a, n, broken);
            Break(a, n, Math.Min(broken + 3, Count - 1));
            T[] result = new T[a.Length];
            Array.Fill(result, T.One);
            Assert.False(attempt(a, result, n, out int failed));
            Assert.Equal(broken, failed);
            Assert.Equal(-1, result.AsSpan().IndexOfAnyExcept(T.One));
        }
    }

    /// <summary>Makes a row and a column of a matrix zero.</summary>
    private static void Break<T>(T[] batch, int n, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < n; i++)
        {
            batch[(index * n * n) + (n / 2 * n) + i] = T.Zero;
            batch[(index * n * n) + (i * n) + (n / 2)] = T.Zero;
        }
    }
}

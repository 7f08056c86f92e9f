using System.Numerics;
using StaticAd.CompilerServices;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>A result has the same bits alone, in a group and behind the last full one; and nothing is on the managed heap.</summary>
public class PlaceTests
{
    private const int Count = 37;

    private delegate void Batch<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, int n);

    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void ResultsOfDoublesDoNotDependOnThePlace(int n) => CheckAll<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void ResultsOfFloatsDoNotDependOnThePlace(int n) => CheckAll<float>(n);

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void NothingIsAllocated(int n)
    {
        double[] a = Samples<double>.Definite(1, n, Count);
        double[] result = new double[a.Length];
        foreach (Batch<double> operation in Operations<double>())
        {
            Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(() => operation(a, a, result, n)));
        }
    }

    private static void CheckAll<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] a = Samples<T>.Definite(12, n, Count);
        T[] b = Samples<T>.Random(13, a.Length);
        int size = n * n;
        foreach (Batch<T> operation in Operations<T>())
        {
            T[] together = new T[a.Length];
            operation(a, b, together, n);
            for (int m = 0; m < Count; m++)
            {
                T[] alone = new T[size];
                operation(a.AsSpan(m * size, size), b.AsSpan(m * size, size), alone, n);
                Assert.Equal(alone, together[(m * size)..((m + 1) * size)]);
            }
        }
    }

    private static Batch<T>[] Operations<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        static (a, b, x, n) => InLanes.Multiply(a, b, x, new SmallShape(n, n, n, false, false), false),
        static (a, b, x, n) => InLanes.Multiply(a, b, x, new SmallShape(n, n, n, true, true), true),
        static (a, b, x, n) => Assert.True(InLanes.TryInverse(a, x, n, out _)),
        static (a, b, x, n) => Assert.True(InLanes.TrySolve(a, b, x, n, n, out _)),
        static (a, b, x, n) => Assert.True(InLanes.TryCholesky(a, x, n, out _)),
        static (a, b, x, n) => InLanes.SolveTriangular(a, b, x, n, n, new SmallTriangleKind(true, false, false)),
        static (a, b, x, n) => Determinant(a, x, n),
    ];

    /// <summary>Puts each determinant where the first element of its matrix is.</summary>
    private static void Determinant<T>(ReadOnlySpan<T> a, Span<T> result, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> determinants = stackalloc T[a.Length / (n * n)];
        InLanes.Determinant(a, determinants, n);
        result.Clear();
        for (int m = 0; m < determinants.Length; m++)
        {
            result[m * n * n] = determinants[m];
        }
    }
}

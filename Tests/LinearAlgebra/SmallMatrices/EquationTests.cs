using System.Numerics;
using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Solutions of small equations are those of equations nearby: B - A X stays below c n ε ‖A‖ ‖X‖.</summary>
public class EquationTests
{
    private const double Factor = 8;

    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void EquationsOfDoubles(int n) => CheckGeneral<double>(n, 1e13);

    [Theory]
    [MemberData(nameof(All))]
    public void EquationsOfFloats(int n) => CheckGeneral<float>(n, 1e6);

    [Theory]
    [MemberData(nameof(All))]
    public void TrianglesOfDoubles(int n) => CheckTriangles<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void TrianglesOfFloats(int n) => CheckTriangles<float>(n);

    private static void CheckGeneral<T>(int n, double condition)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int countA, int countB, int count, int columns, _) in Cases().Where(x => !x.Transpose))
        {
            T[] a = condition > 1 && n % 2 == 0 ? Samples<T>.Conditioned(6, n, countA, condition) : Samples<T>.Random(7, n * n * countA);
            T[] b = Samples<T>.Random(8, n * columns * countB);
            T[] x = new T[n * columns * count];
            Assert.True(InLanes.TrySolve<T>(a, b, x, n, columns, out _));
            CheckResiduals(a, b, x, n, columns, transpose: false);
        }
    }

    private static void CheckTriangles<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int options = 0; options < 4; options++)
        {
            bool upper = (options & 1) != 0;
            bool unit = (options & 2) != 0;
            foreach ((int countA, int countB, int count, int columns, bool transpose) in Cases())
            {
                T[] stored = Samples<T>.Random(9, n * n * countA);
                T[] b = Samples<T>.Random(10, n * columns * countB);
                T[] x = new T[n * columns * count];
                InLanes.SolveTriangular<T>(stored, b, x, n, columns, new SmallTriangleKind(upper, transpose, unit));
                CheckResiduals(Triangle(stored, n, upper, unit), b, x, n, columns, transpose);
            }
        }
    }

    /// <summary>What of the matrices counts.</summary>
    private static T[] Triangle<T>(T[] batch, int n, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => [.. batch.Select((value, e) =>
        {
            int row = e / n % n;
            int column = e % n;
            return row == column ? (unit ? T.One : value) : column > row == upper ? value : T.Zero;
        })];

    private static IEnumerable<(int A, int B, int Batch, int Columns, bool Transpose)> Cases() =>
        from count in Sizes.Batches
        from transpose in (bool[])[false, true]
        from shared in (int[])[0, 1, 2]
        let columns = count % 3 == 0 ? 1 : count % 3 == 1 ? 3 : 6
        select (shared == 1 ? 1 : count, shared == 2 ? 1 : count, count, columns, transpose);

    private static void CheckResiduals<T>(T[] a, T[] b, T[] x, int n, int columns, bool transpose)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int m = 0; m < x.Length / (n * columns); m++)
        {
            double[] matrix = Samples<T>.Matrix(a, n * n, m);
            matrix = transpose ? Samples<T>.Transpose(matrix, n, n) : matrix;
            double[] right = Samples<T>.Matrix(b, n * columns, m);
            double[] solution = Samples<T>.Matrix(x, n * columns, m);
            double[] product = Samples<T>.Multiply(matrix, solution, n, n, columns);
            double[] residual = [.. product.Zip(right, (p, r) => p - r)];
            double bound = Factor * n * Samples<T>.Epsilon * Samples<T>.Norm(matrix, n) * Samples<T>.Norm(solution, columns);
            Assert.True(Samples<T>.Norm(residual, columns) <= bound, $"{m}, {columns} columns, transpose {transpose}: {Samples<T>.Norm(residual, columns) / bound * Factor} n ε");
        }
    }
}

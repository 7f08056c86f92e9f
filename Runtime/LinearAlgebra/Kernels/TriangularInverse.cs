using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>The inverse of a lower triangular matrix with ones on its diagonal.</summary>
internal static unsafe class TriangularInverse
{
    private const int SmallSize = 16;

    /// <summary>X = L⁻¹.</summary>
    /// <param name="triangle">L: what is on and above its diagonal is not read.</param>
    /// <param name="x">All of it is overwritten, the zeros above the diagonal too.</param>
    public static void UnitLower<T>(Block<T> triangle, Block<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = triangle.Rows;
        if (n <= SmallSize)
        {
            x.Clear();
            for (int i = 0; i < n; i++)
            {
                x[i, i] = T.One;
            }

            TriangularSolve.Solve(triangle, x, upper: false, unit: true);
            return;
        }

        int half = Halves.First(n);
        Block<T> first = x.Part(0, 0, half, half);
        Block<T> second = triangle.From(half, half);
        Block<T> below = x.Part(half, 0, n - half, half);
        UnitLower(triangle.Part(0, 0, half, half), first);
        Gemm.Multiply(-T.One, triangle.Part(half, 0, n - half, half), first, below, accumulate: false);
        TriangularSolve.Solve(second, below, upper: false, unit: true);
        UnitLower(second, x.From(half, half));
        x.Part(0, half, half, n - half).Clear();
    }
}

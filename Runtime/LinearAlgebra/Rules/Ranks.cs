using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>What derivatives of factors demand of a matrix.</summary>
internal static class Ranks
{
    /// <summary>Throws if the triangular factor of a matrix is singular, or no more than rounding errors make it regular.</summary>
    public static void RequireFull<T>([NoDerivative] ReadOnlySpan<T> r, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = columns * columns;
        for (int matrix = 0; matrix * size < r.Length; matrix++)
        {
            ReadOnlySpan<T> triangle = r.Slice(matrix * size, size);
            T largest = T.Zero;
            foreach (T element in triangle)
            {
                largest = T.Max(largest, T.Abs(element));
            }

            for (int i = 0; i < columns; i++)
            {
                if (!(triangle[i * (columns + 1)] > Magnitude.Epsilon<T>() * T.CreateChecked(rows + 8) * largest))
                {
                    throw new SingularMatrixException($"Matrix {matrix} of the batch has not full rank: its factors have no derivative.", matrix);
                }
            }
        }
    }

    [DerivativeOf(typeof(Ranks), nameof(RequireFull), Mode = DerivativeMode.Vjp)]
    public static void RequireFullVjp<T>([NoDerivative] ReadOnlySpan<T> r, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RequireFull(r, rows, columns);

    [DerivativeOf(typeof(Ranks), nameof(RequireFull), Mode = DerivativeMode.Jvp)]
    public static void RequireFullJvp<T>([NoDerivative] ReadOnlySpan<T> r, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RequireFull(r, rows, columns);
}

using System.Diagnostics;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// Solves T X = B in the place of B for a triangular T, whose other triangle is not read. The matrix is halved until it is small; all
/// else is products of blocks.
/// </summary>
internal static unsafe class TriangularSolve
{
    private const int SmallSize = 16;

    /// <summary>So many columns of X at a time that their part of it stays in the first cache.</summary>
    private const int StripColumns = 128;

    /// <summary>X := T⁻¹ X.</summary>
    /// <param name="triangle">T, in any layout.</param>
    /// <param name="x">The right-hand sides, overwritten by the solutions.</param>
    /// <param name="upper">Whether T is upper triangular as it stands in its block.</param>
    /// <param name="unit">Whether T has ones on its diagonal, which then is not read.</param>
    public static void Solve<T>(Block<T> triangle, Block<T> x, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Debug.Assert(triangle.Rows == triangle.Columns && triangle.Rows == x.Rows);
        if (x.HasPlainRows || x.Columns == 1)
        {
            SolveParts(triangle, x, upper, unit);
            return;
        }

        using ArenaScope scope = Arena.Enter();
        Block<T> plain = Scratch.Matrix<T>(scope, x.Rows, x.Columns);
        x.CopyTo(plain);
        SolveParts(triangle, plain, upper, unit);
        plain.CopyTo(x);
    }

    private static void SolveParts<T>(Block<T> triangle, Block<T> x, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = triangle.Rows;
        if (n <= SmallSize)
        {
            SolveSmall(triangle, x, upper, unit);
            return;
        }

        int half = Halves.First(n);
        Block<T> first = triangle.Part(0, 0, half, half);
        Block<T> second = triangle.From(half, half);
        Block<T> top = x.Part(0, 0, half, x.Columns);
        Block<T> bottom = x.From(half, 0);
        if (upper)
        {
            SolveParts(second, bottom, upper, unit);
            Gemm.Multiply(-T.One, triangle.Part(0, half, half, n - half), bottom, top, accumulate: true);
            SolveParts(first, top, upper, unit);
        }
        else
        {
            SolveParts(first, top, upper, unit);
            Gemm.Multiply(-T.One, triangle.Part(half, 0, n - half, half), top, bottom, accumulate: true);
            SolveParts(second, bottom, upper, unit);
        }
    }

    private static void SolveSmall<T>(Block<T> triangle, Block<T> x, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x.Columns == 1)
        {
            SolveColumn(triangle, x, upper, unit);
            return;
        }

        for (int j = 0; j < x.Columns; j += StripColumns)
        {
            SolveStrip(triangle, x.Part(0, j, x.Rows, Math.Min(StripColumns, x.Columns - j)), upper, unit);
        }
    }

    private static void SolveStrip<T>(Block<T> triangle, Block<T> x, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = triangle.Rows;
        for (int step = 0; step < n; step++)
        {
            int i = upper ? n - 1 - step : step;
            T* row = x.At(i, 0);
            int k = upper ? i + 1 : 0;
            int end = upper ? n : i;
            for (; k <= end - 4; k += 4)
            {
                VectorOperations.AddMultiples(
                    -triangle[i, k], x.At(k, 0), -triangle[i, k + 1], x.At(k + 1, 0),
                    -triangle[i, k + 2], x.At(k + 2, 0), -triangle[i, k + 3], x.At(k + 3, 0), row, x.Columns);
            }

            for (; k < end; k++)
            {
                VectorOperations.AddMultiple(-triangle[i, k], x.At(k, 0), row, x.Columns);
            }

            if (!unit)
            {
                VectorOperations.Divide(row, triangle[i, i], x.Columns);
            }
        }
    }

    private static void SolveColumn<T>(Block<T> triangle, Block<T> x, bool upper, bool unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = triangle.Rows;
        for (int step = 0; step < n; step++)
        {
            int i = upper ? n - 1 - step : step;
            T value = x[i, 0];
            for (int k = upper ? i + 1 : 0; k < (upper ? n : i); k++)
            {
                value -= triangle[i, k] * x[k, 0];
            }

            x[i, 0] = unit ? value : value / triangle[i, i];
        }
    }
}

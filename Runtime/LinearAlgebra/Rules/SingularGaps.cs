using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>What derivatives of singular vectors divide by: differences, sums and singular values themselves.</summary>
internal static class SingularGaps
{
    /// <summary>2 K_ij = (P_ij − P_ji) / (s_j − s_i) + (M_ij − M_ji) / (s_j + s_i), where P = X + Y and M = X − Y; the diagonal is 0.</summary>
    public static void Combine<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> values, Span<T> core, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int k = Math.Min(rows, columns);
        T half = T.One / T.CreateChecked(2);
        core.Clear();
        for (int i = 0; i < core.Length; i++)
        {
            int row = i / k % k, column = i % k, first = i / k / k * k, mirrored = Mirrored(i, k);
            if (row == column)
            {
                continue;
            }

            T scale = T.CreateChecked(Math.Max(rows, columns) + 8) * values[first];
            T gap = values[first + column] - values[first + row], sum = values[first + column] + values[first + row];
            T ofX = Gaps.Quotient(x[i], gap, scale) - Gaps.Quotient(x[mirrored], gap, scale);
            T ofY = Gaps.Quotient(y[i], gap, scale) - Gaps.Quotient(y[mirrored], gap, scale);
            T ofDifference = Gaps.Quotient(x[i] - y[i], sum, scale) - Gaps.Quotient(x[mirrored] - y[mirrored], sum, scale);
            core[i] = half * (ofX + ofY + ofDifference);
        }
    }

    /// <summary>Half the sum and half the difference of (N_ij + N_ji) / (s_j − s_i) and (N_ij − N_ji) / (s_j + s_i); the diagonals are 0.</summary>
    public static void Turn<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> values, Span<T> left, Span<T> right, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int k = Math.Min(rows, columns);
        T half = T.One / T.CreateChecked(2);
        left.Clear();
        right.Clear();
        for (int i = 0; i < source.Length; i++)
        {
            int row = i / k % k, column = i % k, first = i / k / k * k, mirrored = Mirrored(i, k);
            if (row == column)
            {
                continue;
            }

            T scale = T.CreateChecked(Math.Max(rows, columns) + 8) * values[first];
            T gap = values[first + column] - values[first + row], sum = values[first + column] + values[first + row];
            T apart = Gaps.Quotient(source[i], gap, scale) + Gaps.Quotient(source[mirrored], gap, scale);
            T together = Gaps.Quotient(source[i] - source[mirrored], sum, scale);
            left[i] = half * (apart + together);
            right[i] = half * (apart - together);
        }
    }

    /// <summary>(T − U C) diag(s)⁻¹ in the place of T: what is outside of the space of U; 0 if there is nothing outside.</summary>
    public static void TakeAwayLeft<T>(
        ReadOnlySpan<T> u, ReadOnlySpan<T> coefficients, ReadOnlySpan<T> values, Span<T> target, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows <= columns)
        {
            target.Clear();
            return;
        }

        using var arena = Arena.Enter();
        Span<T> negative = arena.Allocate<T>(coefficients.Length);
        coefficients.CopyTo(negative);
        Scaling.Negate(negative);
        LinearAlgebra.MultiplyAdd(u, negative, target, rows, columns, columns);
        for (int i = 0; i < target.Length; i++)
        {
            int first = i / columns / rows * columns;
            target[i] = Gaps.Quotient(target[i], values[first + (i % columns)], T.CreateChecked(rows + 8) * values[first]);
        }
    }

    /// <summary>diag(s)⁻¹ (T − C Vᵀ) in the place of T: what is outside of the space of V; 0 if there is nothing outside.</summary>
    public static void TakeAwayRight<T>(
        ReadOnlySpan<T> vt, ReadOnlySpan<T> coefficients, ReadOnlySpan<T> values, Span<T> target, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns <= rows)
        {
            target.Clear();
            return;
        }

        using var arena = Arena.Enter();
        Span<T> negative = arena.Allocate<T>(coefficients.Length);
        coefficients.CopyTo(negative);
        Scaling.Negate(negative);
        LinearAlgebra.MultiplyAdd(negative, vt, target, rows, rows, columns);
        for (int i = 0; i < target.Length; i++)
        {
            int first = i / columns / rows * rows;
            target[i] = Gaps.Quotient(target[i], values[i / columns], T.CreateChecked(columns + 8) * values[first]);
        }
    }

    /// <summary>Where the element is that has row and column exchanged.</summary>
    private static int Mirrored(int element, int k)
    {
        int row = element / k % k, column = element % k;
        return element - (row * k) - column + (column * k) + row;
    }
}

using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Triangles of square matrices, in a form that can be differentiated.</summary>
internal static class Triangles
{
    /// <summary>Copies one triangle of each matrix of a batch.</summary>
    public static void Copy<T>(ReadOnlySpan<T> source, Span<T> target, int n, bool upper, bool withoutDiagonal)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < source.Length; i++)
        {
            int row = i / n % n, column = i % n;
            if ((upper ? row < column : row > column) || (row == column && !withoutDiagonal))
            {
                target[i] = source[i];
            }
        }
    }

    /// <summary>The symmetric matrices of which the lower triangles are given: S = Φ + Φᵀ, Φ with half of the diagonal.</summary>
    public static void Mirror<T>(ReadOnlySpan<T> lower, Span<T> symmetric, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < lower.Length; i++)
        {
            int row = i / n % n, column = i % n;
            symmetric[i] = lower[i - (row * n) - column + (Math.Max(row, column) * n) + Math.Min(row, column)];
        }
    }

    /// <summary>The lower triangles with half of the diagonal: Φ, of which S = Φ + Φᵀ.</summary>
    public static void Halve<T>(ReadOnlySpan<T> symmetric, Span<T> lower, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < symmetric.Length; i++)
        {
            int row = i / n % n, column = i % n;
            lower[i] = row > column ? symmetric[i] : row == column ? symmetric[i] / T.CreateChecked(2) : T.Zero;
        }
    }
}

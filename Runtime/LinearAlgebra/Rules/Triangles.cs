using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Triangles of square matrices, in a form that can be differentiated.</summary>
internal static class Triangles
{
    /// <summary>Copies one triangle of each matrix of a batch.</summary>
    public static void Copy<T>(ReadOnlySpan<T> source, Span<T> target, int n, bool upper, bool withoutDiagonal)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = n == 0 ? 0 : source.Length / n;
        for (int line = 0; line < rows; line++)
        {
            int row = line % n, start = line * n;
            for (int column = 0; column < n; column++)
            {
                if ((upper ? row < column : row > column) || (row == column && !withoutDiagonal))
                {
                    target[start + column] = source[start + column];
                }
            }
        }
    }

    /// <summary>Adds the lower triangles.</summary>
    public static void Add<T>(ReadOnlySpan<T> source, Span<T> target, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = n == 0 ? 0 : source.Length / n;
        for (int line = 0; line < rows; line++)
        {
            int row = line % n, start = line * n;
            for (int column = 0; column <= row; column++)
            {
                target[start + column] += source[start + column];
            }
        }
    }

    /// <summary>The symmetric matrices of which the lower triangles are given: S = Φ + Φᵀ, Φ with half of the diagonal.</summary>
    public static void Mirror<T>(ReadOnlySpan<T> lower, Span<T> symmetric, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = n == 0 ? 0 : lower.Length / n;
        for (int line = 0; line < rows; line++)
        {
            int row = line % n, start = line * n;
            for (int column = 0; column < n; column++)
            {
                symmetric[start + column] = lower[start + (row < column ? (column - row) * n + row : column)];
            }
        }
    }

    /// <summary>The lower triangles with half of the diagonal: Φ, of which S = Φ + Φᵀ.</summary>
    public static void Halve<T>(ReadOnlySpan<T> symmetric, Span<T> lower, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = n == 0 ? 0 : symmetric.Length / n;
        for (int line = 0; line < rows; line++)
        {
            int row = line % n, start = line * n;
            for (int column = 0; column < n; column++)
            {
                T value = symmetric[start + column];
                lower[start + column] = row > column ? value : row == column ? value / T.CreateChecked(2) : T.Zero;
            }
        }
    }
}

using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Matrices of two by two blocks, each of n by n.</summary>
internal static class ExponentialBlocks
{
    /// <summary>Writes the blocks A, E divided by a power of two, 0 and A.</summary>
    /// <returns>The exponent of that power: E is then no larger than A, or than 1.</returns>
    public static int Fill<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> e, Span<T> blocks, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int exponent = Math.Max(0, Exponent(e) - Math.Max(0, Exponent(a)));
        blocks.Clear();
        Put(a, blocks, n, 0, 0, 0);
        Put(e, blocks, n, 0, 1, -exponent);
        Put(a, blocks, n, 1, 1, 0);
        return exponent;
    }

    /// <summary>Writes a matrix, multiplied by a power of two, as one of the blocks.</summary>
    public static void Put<T>(ReadOnlySpan<T> matrix, Span<T> blocks, int n, int row, int column, int exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < matrix.Length; i++)
        {
            blocks[Place(i, n, row, column)] = T.ScaleB(matrix[i], exponent);
        }
    }

    /// <summary>Adds one of the blocks, multiplied by a power of two, to a matrix.</summary>
    public static void AddTo<T>(ReadOnlySpan<T> blocks, Span<T> matrix, int n, int row, int column, int exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] += T.ScaleB(blocks[Place(i, n, row, column)], exponent);
        }
    }

    /// <summary>The matrix of a number, or the one that serves all.</summary>
    public static ReadOnlySpan<T> Matrix<T>(ReadOnlySpan<T> batch, int n, int number) => batch.Length == n * n ? batch : batch.Slice(number * n * n, n * n);

    /// <summary>The matrix of a number, or the one that serves all.</summary>
    public static Span<T> Matrix<T>(Span<T> batch, int n, int number) => batch.Length == n * n ? batch : batch.Slice(number * n * n, n * n);

    private static int Place(int element, int n, int row, int column) => (((row * n) + (element / n)) * 2 * n) + (column * n) + (element % n);

    private static int Exponent<T>(ReadOnlySpan<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        foreach (T element in matrix)
        {
            largest = T.Max(largest, T.Abs(element));
        }

        return largest > T.Zero && T.IsFinite(largest) ? T.ILogB(largest) : 0;
    }
}

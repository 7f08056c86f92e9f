using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Diagonals of the matrices of a batch, read and written.</summary>
internal static class BatchedDiagonals
{
    public static void Read<T>(ReadOnlySpan<T> a, Span<T> diagonals, int rows, int columns, int offset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(rows, columns, nameof(rows), nameof(columns));
        int count = BatchLengths.Count(a.Length, size, nameof(a)), length = Length(rows, columns, offset);
        CheckDiagonals(diagonals.Length, count, length);
        BatchLengths.NoOverlap(diagonals, a, nameof(diagonals));
        int first = First(columns, offset);
        for (int i = 0; i < diagonals.Length; i++)
        {
            diagonals[i] = a[(int)(i / length * size) + first + (i % length * (columns + 1))];
        }
    }

    public static void Write<T>(ReadOnlySpan<T> diagonals, Span<T> matrices, int length, int offset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int n = checked(length + Math.Abs(offset));
        long size = (long)n * n;
        CheckDiagonals(diagonals.Length, BatchLengths.Count(matrices.Length, size, nameof(matrices)), length);
        BatchLengths.NoOverlap(matrices, diagonals, nameof(matrices));
        matrices.Clear();
        int first = First(n, offset);
        for (int i = 0; i < diagonals.Length; i++)
        {
            matrices[(int)(i / length * size) + first + (i % length * (n + 1))] = diagonals[i];
        }
    }

    private static int Length(int rows, int columns, int offset) =>
        (int)Math.Clamp(offset >= 0 ? Math.Min(rows, (long)columns - offset) : Math.Min((long)rows + offset, columns), 0, int.MaxValue);

    private static int First(int columns, int offset) => offset >= 0 ? offset : -offset * columns;

    private static void CheckDiagonals(int elements, int count, int length)
    {
        if (elements != (long)count * length)
        {
            throw new ArgumentException(
                $"It has {elements} elements where there must be {(long)count * length} for {count} diagonals of {length}.", "diagonals");
        }
    }
}

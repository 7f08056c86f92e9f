using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A part of a matrix in memory that does not move. Unchecked: whoever makes one answers for its bounds.</summary>
/// <param name="start">Its element (0, 0).</param>
/// <param name="rows">How many rows it has.</param>
/// <param name="columns">How many columns it has.</param>
/// <param name="rowStride">How many elements a row is from the one before.</param>
/// <param name="columnStride">How many elements a column is from the one before.</param>
internal readonly unsafe struct Block<T>(T* start, int rows, int columns, nint rowStride, nint columnStride)
    where T : unmanaged
{
    public readonly T* Start = start;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly nint RowStride = rowStride;
    public readonly nint ColumnStride = columnStride;

    /// <summary>A matrix that is stored row by row without gaps.</summary>
    public Block(T* start, int rows, int columns)
        : this(start, rows, columns, columns, 1)
    {
    }

    public ref T this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *At(row, column);
    }

    /// <summary>The same elements, rows taken for columns.</summary>
    public Block<T> Transposed => new(Start, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Whether the elements of a row are neighbours.</summary>
    public bool HasPlainRows => ColumnStride == 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int row, int column) => Start + (row * RowStride) + (column * ColumnStride);

    public Block<T> Part(int row, int column, int rows, int columns) => new(At(row, column), rows, columns, RowStride, ColumnStride);

    /// <summary>The block of the same shape some elements on.</summary>
    public Block<T> Next(nint distance) => new(Start + distance, Rows, Columns, RowStride, ColumnStride);

    /// <summary>Everything from a row and a column on.</summary>
    public Block<T> From(int row, int column) => Part(row, column, Rows - row, Columns - column);

    /// <summary>The same memory under the name of the type that <typeparamref name="T"/> is known to be.</summary>
    public Block<TSame> As<TSame>()
        where TSame : unmanaged
        => new((TSame*)Start, Rows, Columns, RowStride, ColumnStride);

    public void Clear()
    {
        for (int i = 0; i < Rows; i++)
        {
            if (HasPlainRows)
            {
                new Span<T>(At(i, 0), Columns).Clear();
                continue;
            }

            for (int j = 0; j < Columns; j++)
            {
                this[i, j] = default;
            }
        }
    }

    /// <summary>Writes the elements into a block of the same shape.</summary>
    public void CopyTo(Block<T> target)
    {
        for (int i = 0; i < Rows; i++)
        {
            T* from = At(i, 0);
            T* to = target.At(i, 0);
            if (HasPlainRows && target.HasPlainRows)
            {
                new ReadOnlySpan<T>(from, Columns).CopyTo(new Span<T>(to, Columns));
            }
            else
            {
                Copy(from, ColumnStride, to, target.ColumnStride, Columns);
            }
        }
    }

    private static void Copy(T* from, nint fromStride, T* to, nint toStride, int count)
    {
        for (int j = 0; j < count; j++, from += fromStride, to += toStride)
        {
            *to = *from;
        }
    }
}

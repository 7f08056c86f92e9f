using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd;

/// <summary>
/// A matrix: a view of numbers that lie in somebody's memory, row by row. What operators and methods compute lies in the thread's arena, as
/// with <see cref="MatrixBatch{T}"/>, for which a matrix stands wherever one is expected.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly ref partial struct Matrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _memory;

    /// <summary>A matrix without gaps.</summary>
    /// <param name="elements">Its elements, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="ArgumentException">There are more elements, or fewer.</exception>
    /// <exception cref="OverflowException">A dimension is negative, or too large.</exception>
    public Matrix(ReadOnlySpan<T> elements, int rows, int columns)
    {
        _ = Grid.Common(elements.Length, Grid.Count(rows, columns));
        _memory = elements;
        (Rows, Columns, RowStride) = (rows, columns, columns);
    }

    /// <summary>A matrix with gaps between its rows.</summary>
    /// <param name="memory">Where it is; the first element is its first.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rowStride">How many elements the start of a row is behind that of the one before.</param>
    /// <exception cref="ArgumentException">The last row ends behind the memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The stride is negative.</exception>
    /// <exception cref="OverflowException">A dimension is negative, or too large.</exception>
    public Matrix(ReadOnlySpan<T> memory, int rows, int columns, int rowStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowStride);
        long end = Grid.Count(rows, columns) == 0 ? 0 : ((rows - 1L) * rowStride) + columns;
        if (end > memory.Length)
        {
            throw new ArgumentException($"The last row ends at element {end}, behind the {memory.Length} that there are.", nameof(memory));
        }

        _memory = memory[..(int)end];
        (Rows, Columns, RowStride) = (rows, columns, rowStride);
    }

    /// <summary>Its rows.</summary>
    public int Rows { get; }

    /// <summary>Its columns.</summary>
    public int Columns { get; }

    /// <summary>How many elements the start of a row is behind that of the one before.</summary>
    public int RowStride { get; }

    /// <summary>Number of elements.</summary>
    public int Length => Rows * Columns;

    /// <summary>Whether all elements lie one behind the other, without gaps.</summary>
    public bool IsDense => _memory.Length == Length && (Rows <= 1 || RowStride == Columns);

    /// <summary>All elements, row by row.</summary>
    /// <exception cref="InvalidOperationException">There are gaps: <see cref="Compact"/> copies.</exception>
    public ReadOnlySpan<T> Elements => IsDense
        ? _memory
        : throw new InvalidOperationException("The rows do not lie one behind the other without gaps. Copy them: 'Compact()'.");

    /// <summary>One of the elements.</summary>
    /// <param name="row">Its row, from 0 on.</param>
    /// <param name="column">Its column, from 0 on.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[int row, int column] => _memory[(Grid.Index(row, Rows) * RowStride) + Grid.Index(column, Columns)];

    /// <summary>One of the rows.</summary>
    /// <param name="row">Which, from 0 on.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<T> Row(int row) => Columns == 0 ? [] : _memory.Slice(Grid.Index(row, Rows) * RowStride, Columns);

    /// <summary>A part of the matrix.</summary>
    /// <param name="row">Its first row.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="rows">Its number of rows.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not inside the matrix.</exception>
    public Matrix<T> Block(int row, int column, int rows, int columns) => AsBatch().Block(row, column, rows, columns).Single();

    /// <summary>The same matrix without gaps.</summary>
    /// <returns>This view, or one of a copy in the arena.</returns>
    /// <exception cref="InvalidOperationException">A copy is needed, and no scope of the arena is open.</exception>
    public Matrix<T> Compact() => IsDense ? this : AsBatch().Compact().Single();

    /// <summary>Copies all elements, row by row.</summary>
    /// <param name="target">Takes them.</param>
    /// <exception cref="ArgumentException">It has not as many elements.</exception>
    public void CopyTo(Span<T> target) => AsBatch().CopyTo(target);

    /// <summary>So many times this matrix, without copying it.</summary>
    /// <param name="count">How many matrices the batch has.</param>
    /// <exception cref="OverflowException">That is negative, or there are too many elements.</exception>
    public MatrixBatch<T> Repeat(int count) => new(_memory, count, Rows, Columns, 0, RowStride);

    internal MatrixBatch<T> AsBatch() => new(_memory, 1, Rows, Columns, IsDense ? Length : 0, RowStride);
}

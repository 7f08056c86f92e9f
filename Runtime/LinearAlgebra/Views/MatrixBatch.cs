using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd;

/// <summary>
/// A batch of matrices of one shape: a view of numbers that lie in somebody's memory, row by row. What operators and methods compute lies in
/// the thread's arena, and is there until the innermost scope is closed that was open then: <c>using var arena = Arena.Enter();</c>.
/// </summary>
/// <remarks>
/// A batch of one matrix serves as operand for any batch. As a parameter of a method marked <see cref="DifferentiableAttribute"/> it is an
/// input whose gradient is a <c>Span&lt;T&gt;</c> of <see cref="Length"/> elements in the same order; it may have no gaps there.
/// </remarks>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly ref partial struct MatrixBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _memory;

    /// <summary>The matrices that lie one behind the other; how many there are follows from the number of elements.</summary>
    /// <param name="elements">Their elements.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="ArgumentException">The elements are no whole number of matrices.</exception>
    /// <exception cref="OverflowException">A dimension is negative, or too large.</exception>
    public MatrixBatch(ReadOnlySpan<T> elements, int rows, int columns)
        : this(elements, Grid.Matrices(elements.Length, Grid.Count(rows, columns)), rows, columns)
    {
    }

    /// <summary>So many matrices, one behind the other.</summary>
    /// <param name="elements">Their elements.</param>
    /// <param name="count">Number of matrices.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="ArgumentException">There are more elements, or fewer.</exception>
    /// <exception cref="OverflowException">A dimension is negative, or too large.</exception>
    public MatrixBatch(ReadOnlySpan<T> elements, int count, int rows, int columns)
    {
        _ = Grid.Common(elements.Length, Grid.Count(count, Grid.Count(rows, columns)));
        _memory = elements;
        (Count, Rows, Columns) = (count, rows, columns);
        (MatrixStride, RowStride) = (rows * columns, columns);
    }

    /// <summary>Matrices with gaps between their rows or between each other, or one that is there several times.</summary>
    /// <param name="memory">Where they are; the first element is the first of the first matrix.</param>
    /// <param name="count">Number of matrices.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="matrixStride">How many elements the start of a matrix is behind that of the one before; 0 for one matrix that is all of them.</param>
    /// <param name="rowStride">How many elements the start of a row is behind that of the one before.</param>
    /// <exception cref="ArgumentException">The last matrix ends behind the memory.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride is negative.</exception>
    /// <exception cref="OverflowException">A dimension is negative, or too large.</exception>
    public MatrixBatch(ReadOnlySpan<T> memory, int count, int rows, int columns, int matrixStride, int rowStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(matrixStride);
        ArgumentOutOfRangeException.ThrowIfNegative(rowStride);
        int length = Grid.Count(count, Grid.Count(rows, columns));
        long end = length == 0 ? 0 : ((count - 1L) * matrixStride) + ((rows - 1L) * rowStride) + columns;
        if (end > memory.Length)
        {
            throw new ArgumentException($"The last matrix ends at element {end}, behind the {memory.Length} that there are.", nameof(memory));
        }

        _memory = memory[..(int)end];
        (Count, Rows, Columns) = (count, rows, columns);
        (MatrixStride, RowStride) = (matrixStride, rowStride);
    }

    /// <summary>Number of matrices.</summary>
    public int Count { get; }

    /// <summary>Rows of a matrix.</summary>
    public int Rows { get; }

    /// <summary>Columns of a matrix.</summary>
    public int Columns { get; }

    /// <summary>How many elements the start of a matrix is behind that of the one before; 0 for one matrix that is all of them.</summary>
    public int MatrixStride { get; }

    /// <summary>How many elements the start of a row is behind that of the one before.</summary>
    public int RowStride { get; }

    /// <summary>Number of elements of all matrices.</summary>
    public int Length => Count * Rows * Columns;

    /// <summary>Whether all elements lie one behind the other, without gaps.</summary>
    public bool IsDense => _memory.Length == Length && HasDenseRows && (Count <= 1 || MatrixStride == Rows * Columns);

    /// <summary>All elements, matrix by matrix and row by row.</summary>
    /// <exception cref="InvalidOperationException">There are gaps, or a matrix is there several times: <see cref="Compact"/> copies.</exception>
    public ReadOnlySpan<T> Elements => IsDense
        ? _memory
        : throw new InvalidOperationException("The matrices do not lie one behind the other without gaps. Copy them: 'Compact()'.");

    /// <summary>One of the matrices.</summary>
    /// <param name="index">Which, from 0 on.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such matrix.</exception>
    public Matrix<T> this[int index] =>
        new(_memory.Length == 0 ? _memory : _memory[(Grid.Index(index, Count) * MatrixStride)..], Rows, Columns, RowStride);

    /// <summary>A part of each matrix.</summary>
    /// <param name="row">Its first row.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="rows">Its number of rows.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not inside the matrices.</exception>
    public MatrixBatch<T> Block(int row, int column, int rows, int columns)
    {
        BlockRange.Check(row, rows, Rows, nameof(row), nameof(rows));
        BlockRange.Check(column, columns, Columns, nameof(column), nameof(columns));
        int start = (row * RowStride) + column;
        return rows == 0 || columns == 0 || Count == 0
            ? new MatrixBatch<T>([], Count, rows, columns)
            : new MatrixBatch<T>(_memory[start..], Count, rows, columns, MatrixStride, RowStride);
    }

    /// <summary>The same matrices, one behind the other without gaps.</summary>
    /// <returns>This view, or one of a copy in the arena.</returns>
    /// <exception cref="InvalidOperationException">A copy is needed, and no scope of the arena is open.</exception>
    public MatrixBatch<T> Compact()
    {
        if (IsDense)
        {
            return this;
        }

        Span<T> copy = Arena.Allocate<T>(Length);
        CopyTo(copy);
        return new MatrixBatch<T>(copy, Count, Rows, Columns);
    }

    /// <summary>Copies all elements, matrix by matrix and row by row.</summary>
    /// <param name="target">Takes them.</param>
    /// <exception cref="ArgumentException">It has not as many elements.</exception>
    public void CopyTo(Span<T> target)
    {
        Require.Length<T>(target, Length, nameof(target), "the matrices");
        if (IsDense)
        {
            _memory.CopyTo(target);
            return;
        }

        for (int i = 0; i < Count * Rows; i++)
        {
            _memory.Slice((i / Rows * MatrixStride) + (i % Rows * RowStride), Columns).CopyTo(target[(i * Columns)..]);
        }
    }

    /// <summary>The matrix of a batch of one.</summary>
    internal Matrix<T> Single() => new(_memory, Rows, Columns, RowStride);

    /// <summary>Where the elements are, gaps included.</summary>
    internal ReadOnlySpan<T> Memory => _memory;

    private bool HasDenseRows => Rows <= 1 || RowStride == Columns;

    /// <summary>The elements as the operations on spans take them: of a matrix that is there several times, once.</summary>
    internal ReadOnlySpan<T> Operand => !IsDense && MatrixStride == 0 && HasDenseRows ? _memory : Compact()._memory;
}

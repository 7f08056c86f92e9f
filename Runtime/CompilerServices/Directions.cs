using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// Several columns or rows of a matrix of derivatives at a time, one in each lane of a vector: what goes in, and where in the
/// matrix it comes out. Lanes beyond the matrix are idle.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Directions
{
    /// <summary>One in the given lane, zero in all others; zero where there is no such lane.</summary>
    public static Vector<T> Seed<T>(int lane)
        where T : unmanaged, INumberBase<T>
    {
        Vector<T> seed = Vector<T>.Zero;
        return (uint)lane < (uint)Vector<T>.Count ? seed.WithElement(lane, T.One) : seed;
    }

    /// <summary>Each element's one stands in the lane after that of the element before it.</summary>
    /// <param name="seeds">All of them are overwritten.</param>
    /// <param name="lane">The lane of the first element; it may be far outside.</param>
    public static void Seed<T>(Span<Vector<T>> seeds, int lane)
        where T : unmanaged, INumberBase<T>
    {
        Zeros.Fill(seeds);
        for (int i = Math.Max(0, -lane); i < seeds.Length && lane + i < Vector<T>.Count; i++)
        {
            seeds[i] = Seed<T>(lane + i);
        }
    }

    /// <summary>Each element's one stands some lanes after that of the element before it.</summary>
    /// <param name="seeds">All of them are overwritten.</param>
    /// <param name="lane">The lane of the first element; it may be far outside.</param>
    /// <param name="stride">How many lanes the elements are apart.</param>
    public static void Seed<T>(Span<Vector<T>> seeds, int lane, int stride)
        where T : unmanaged, INumberBase<T>
    {
        seeds.Clear();
        for (int i = Math.Max(0, (stride - 1 - lane) / stride); i < seeds.Length && lane + (i * stride) < Vector<T>.Count; i++)
        {
            seeds[i] = Seed<T>(lane + (i * stride));
        }
    }

    /// <summary>Writes what a number's lanes hold into one row of the matrix.</summary>
    /// <param name="derivatives">The derivatives of the number.</param>
    /// <param name="row">The row, or the part of it that belongs to some inputs.</param>
    /// <param name="first">Where the first lane belongs; the others follow. What is outside is left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PutInRow<T>(Vector<T> derivatives, Span<double> row, int first)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(double) && first >= 0 && first <= row.Length - Vector<T>.Count)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(row), first)), derivatives);
            return;
        }

        PutSome(derivatives, row, first);
    }

    /// <summary>Writes what the lanes of a buffer's elements hold into as many rows of the matrix.</summary>
    /// <param name="derivatives">The derivatives of each element.</param>
    /// <param name="rows">The matrix from the first of the rows on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="first">Where in a row the first lane belongs.</param>
    public static void PutInRows<T>(ReadOnlySpan<Vector<T>> derivatives, Span<double> rows, int columns, int first)
        where T : unmanaged, INumberBase<T>
        => PutInRows(derivatives, rows, columns, 0, columns, first);

    /// <summary>The same for some of the columns only.</summary>
    /// <param name="derivatives">The derivatives of each element.</param>
    /// <param name="rows">The matrix from the first of the rows on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="start">The first of the columns.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="first">Where among these columns the first lane belongs.</param>
    public static void PutInRows<T>(ReadOnlySpan<Vector<T>> derivatives, Span<double> rows, int columns, int start, int count, int first)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < derivatives.Length; i++)
        {
            PutInRow(derivatives[i], rows.Slice((i * columns) + start, count), first);
        }
    }

    /// <summary>
    /// Writes a square block of the matrix: zeros, and on its diagonal what one lane holds. So the elements of a buffer that is only
    /// written depend on what they held before: each on its own, or on nothing.
    /// </summary>
    /// <param name="derivatives">The derivatives of each element.</param>
    /// <param name="rows">The matrix from the first of the rows on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="start">The first column of the block.</param>
    /// <param name="lane">The lane.</param>
    public static void PutOnDiagonal<T>(ReadOnlySpan<Vector<T>> derivatives, Span<double> rows, int columns, int start, int lane)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < derivatives.Length; i++)
        {
            Span<double> row = rows.Slice((i * columns) + start, derivatives.Length);
            Zeros.Fill(row);
            row[i] = double.CreateTruncating(derivatives[i][lane]);
        }
    }

    /// <summary>Writes zeros into a block of the matrix.</summary>
    /// <param name="rows">The matrix from the first of the rows on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="start">The first column of the block.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="width">How many columns.</param>
    public static void PutZeros(Span<double> rows, int columns, int start, int count, int width)
    {
        for (int i = 0; i < count; i++)
        {
            Zeros.Fill(rows.Slice((i * columns) + start, width));
        }
    }

    /// <summary>Writes what a number's lanes hold into one column of the matrix, lane by lane into row after row.</summary>
    /// <param name="derivatives">The derivatives with respect to the number.</param>
    /// <param name="rows">The matrix from the row of the first lane on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="column">The column.</param>
    public static void PutInColumn<T>(Vector<T> derivatives, Span<double> rows, int columns, int column)
        where T : unmanaged, INumberBase<T>
        => PutInColumns([derivatives], rows, columns, column);

    /// <summary>Writes what the lanes of a buffer's elements hold into as many columns of the matrix.</summary>
    /// <param name="derivatives">The derivatives with respect to each element.</param>
    /// <param name="rows">The matrix from the row of the first lane on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="start">The first of the columns.</param>
    public static void PutInColumns<T>(ReadOnlySpan<Vector<T>> derivatives, Span<double> rows, int columns, int start)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> lanes = MemoryMarshal.Cast<Vector<T>, T>(derivatives);
        for (int lane = 0; lane < Vector<T>.Count && (long)lane * columns < rows.Length; lane++)
        {
            Span<double> row = rows.Slice((lane * columns) + start, derivatives.Length);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = double.CreateTruncating(lanes[(j * Vector<T>.Count) + lane]);
            }
        }
    }

    /// <summary>The same for columns that are not side by side.</summary>
    /// <param name="derivatives">The derivatives with respect to each element.</param>
    /// <param name="rows">The matrix from the row of the first lane on.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="start">The first of the columns.</param>
    /// <param name="stride">How many columns the elements are apart.</param>
    public static void PutInColumns<T>(ReadOnlySpan<Vector<T>> derivatives, Span<double> rows, int columns, int start, int stride)
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = 0; lane < Vector<T>.Count && (long)lane * columns < rows.Length; lane++)
        {
            Span<double> row = rows.Slice(lane * columns, columns)[start..];
            for (int j = 0; j < derivatives.Length; j++)
            {
                row[j * stride] = double.CreateTruncating(derivatives[j][lane]);
            }
        }
    }

    private static void PutSome<T>(Vector<T> derivatives, Span<double> row, int first)
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = Math.Max(0, -first); lane < Vector<T>.Count && first + lane < row.Length; lane++)
        {
            row[first + lane] = double.CreateTruncating(derivatives[lane]);
        }
    }
}

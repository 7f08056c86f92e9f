using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Diagonals of the matrices of a batch: the elements [i, i + offset].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="diagonals">The diagonals, one behind the other, overwritten.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="offset">How far right of the main diagonal; negative: below it.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Diagonals<T>(ReadOnlySpan<T> a, Span<T> diagonals, int rows, int columns, int offset = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDiagonals.Read(a, diagonals, rows, columns, offset);

    /// <summary>Square matrices that are zero but for one diagonal, of which so many elements [i, i + offset] are given.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="diagonals">The diagonals, one behind the other.</param>
    /// <param name="matrices">Matrices of n by n with n = <paramref name="length"/> + |<paramref name="offset"/>|, overwritten.</param>
    /// <param name="length">Number of elements of one diagonal.</param>
    /// <param name="offset">How far right of the main diagonal; negative: below it.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void DiagonalMatrices<T>(ReadOnlySpan<T> diagonals, Span<T> matrices, int length, int offset = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDiagonals.Write(diagonals, matrices, length, offset);

    /// <summary>Kronecker products: C[(i, k), (j, l)] = A[i, j] B[k, l] for each of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rowsA"/> by <paramref name="columnsA"/>, or one that serves all.</param>
    /// <param name="b">Matrices of <paramref name="rowsB"/> by <paramref name="columnsB"/>, or one that serves all.</param>
    /// <param name="product">Matrices of <paramref name="rowsA"/> <paramref name="rowsB"/> by <paramref name="columnsA"/> <paramref name="columnsB"/>, overwritten.</param>
    /// <param name="rowsA">Rows of A.</param>
    /// <param name="columnsA">Columns of A.</param>
    /// <param name="rowsB">Rows of B.</param>
    /// <param name="columnsB">Columns of B.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Kronecker<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rowsA, int columnsA, int rowsB, int columnsB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedKronecker.Run(a, b, product, rowsA, columnsA, rowsB, columnsB);
}

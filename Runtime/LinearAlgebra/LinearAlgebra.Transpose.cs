using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>Transposes of the matrices of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="transposed">Matrices of <paramref name="columns"/> by <paramref name="rows"/>, overwritten.</param>
    /// <param name="rows">Rows of a matrix in <paramref name="a"/>.</param>
    /// <param name="columns">Columns of a matrix in <paramref name="a"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Transpose<T>(ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedTranspose.Run(a, transposed, rows, columns);

    /// <summary>Traces of the matrices of a batch: the sums of their main diagonals, from the first element on.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="traces">One number for each matrix, overwritten.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static void Trace<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedTranspose.Trace(a, traces, rows, columns);
}

using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

// What is done to each row of a matrix, or to each of a batch of vectors.
public static partial class LinearAlgebra
{
    /// <summary>Logarithms of sums of exponentials, log Σ exp(aᵢ), one for each row; no exponential overflows.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="results">A number for each row, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void LogSumExps<T>(ReadOnlySpan<T> a, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowExponentials.LogSumExps(a, results, size);

    /// <summary>Softmax of each row: exp(aᵢ) / Σ exp(aⱼ).</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="softmax">As many rows, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Softmax<T>(ReadOnlySpan<T> a, Span<T> softmax, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowExponentials.Softmax(a, softmax, size);

    /// <summary>Logarithm of the softmax of each row: aᵢ − log Σ exp(aⱼ).</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="logSoftmax">As many rows, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void LogSoftmax<T>(ReadOnlySpan<T> a, Span<T> logSoftmax, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowExponentials.LogSoftmax(a, logSoftmax, size);

    /// <summary>
    /// Normalises each row: (aᵢ − μ) / √(σ² + ε), where μ is its mean and σ² its variance, the mean of the squares of what differs from it.
    /// Weights and biases are a matter of <see cref="Hadamard"/> and <see cref="Add"/>, with one row that serves all.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="normalized">As many rows, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <param name="epsilon">ε, which keeps the divisor from zero.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void LayerNorm<T>(ReadOnlySpan<T> a, Span<T> normalized, int size, [NoDerivative] T epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowReductions.LayerNorm(a, normalized, size, epsilon);

    /// <summary>The largest element of each row, NaN if there is one. Elements that are equally large share the derivative equally.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="maxima">A number for each row, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public static void Maxima<T>(ReadOnlySpan<T> a, Span<T> maxima, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowReductions.Maxima(a, maxima, size);

    /// <summary>The smallest element of each row, NaN if there is one. Elements that are equally small share the derivative equally.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="minima">A number for each row, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
    public static void Minima<T>(ReadOnlySpan<T> a, Span<T> minima, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowReductions.Minima(a, minima, size);

    /// <summary>The product of the elements of each row.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The rows, one behind the other.</param>
    /// <param name="products">A number for each row, overwritten.</param>
    /// <param name="size">Number of elements of one row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Products<T>(ReadOnlySpan<T> a, Span<T> products, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowReductions.Products(a, products, size);
}

using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>
    /// Norms of vectors, or of the elements of matrices, of any order p, one for each of a batch: (Σ |aᵢ|ᵖ)^(1/p); for p = ∞ the largest
    /// absolute value, for p = −∞ the smallest, for p = 0 the number of elements that are not zero. Elements whose powers are too large or
    /// too small for the type do no harm.
    /// </summary>
    /// <remarks>
    /// The derivative of a norm that is zero is taken as zero, as is that by an element that is zero; for p = 0 all are. Of p = ±∞ the
    /// elements that are the result share it equally. The order has none.
    /// </remarks>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The vectors, one behind the other.</param>
    /// <param name="norms">A number for each vector, overwritten.</param>
    /// <param name="size">Number of elements of one vector.</param>
    /// <param name="order">p: any number, ∞ and −∞ too.</param>
    /// <exception cref="ArgumentException">A length does not fit, the result overlaps the operand, or the order is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static void Norms<T>(ReadOnlySpan<T> a, Span<T> norms, int size, [NoDerivative] T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedNorms.Run(a, norms, size, order);
}

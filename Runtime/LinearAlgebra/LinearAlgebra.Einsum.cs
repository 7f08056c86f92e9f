using System.Numerics;
using StaticAd.CompilerServices;
using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>
    /// Sums over indices of one operand, stated by an equation: <c>Einsum("ij->ji", a, result, rows, columns)</c> is the transpose,
    /// <c>"bij->bi"</c> sums of rows, <c>"bii->b"</c> traces, <c>"ii->i"</c> the diagonal, <c>"i->ii"</c> the diagonal matrix.
    /// </summary>
    /// <inheritdoc cref="Einsum{T}(string, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, ReadOnlySpan{int})"/>
    public static void Einsum<T>(string equation, ReadOnlySpan<T> a, Span<T> result, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckEquation(equation, 1, sizes);
        Einsums.Contract(a, result, sizes, EinsumSyntax.Term(equation, 0), EinsumSyntax.Term(equation, 1));
    }

    /// <summary>
    /// Sums of products of two operands, stated by an equation: <c>Einsum("bij,bjk->bik", a, b, result, batch, rows, inner, columns)</c> is
    /// the product of the matrices of two batches, <c>"bij,jk->bik"</c> that with one matrix, <c>"bij,kj->bik"</c> with its transpose,
    /// <c>"i,j->ij"</c> the outer product, <c>"bij,bij->b"</c> inner products.
    /// </summary>
    /// <inheritdoc cref="Einsum{T}(string, ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, ReadOnlySpan{int})"/>
    public static void Einsum<T>(string equation, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckEquation(equation, 2, sizes);
        Einsums.Contract(
            a, b, result, sizes, EinsumSyntax.Term(equation, 0), EinsumSyntax.Term(equation, 1), EinsumSyntax.Term(equation, 2));
    }

    /// <summary>
    /// Sums of products of three operands, stated by an equation: <c>Einsum("bi,ij,bj->b", x, m, y, result, batch, rows, columns)</c> are
    /// the bilinear forms xᵀ M y. The two operands that make it cheapest are multiplied first.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="equation">
    /// The indices of each operand, separated by commas, then <c>-></c> and those of the result. An index is a letter; there are at most nine.
    /// What the result has not got is summed over; along what only the result has, the same numbers repeat; a term that has an index twice is
    /// meant where both are equal, and a result is zero where they are not. In differentiated code it is a constant, which the compiler checks.
    /// </param>
    /// <param name="a">The first operand, row by row: its last index is the one along which elements are neighbours.</param>
    /// <param name="b">The second operand.</param>
    /// <param name="c">The third operand.</param>
    /// <param name="result">The result, overwritten.</param>
    /// <param name="sizes">The size of each index, in the order in which they first appear in the equation.</param>
    /// <exception cref="ArgumentException">
    /// The equation is none, there are not as many sizes as indices, a length is not the product of the sizes of its indices, or the result overlaps an operand.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static void Einsum<T>(
        string equation, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckEquation(equation, 3, sizes);
        Einsums.Contract(
            a, b, c, result, sizes,
            EinsumSyntax.Term(equation, 0), EinsumSyntax.Term(equation, 1), EinsumSyntax.Term(equation, 2), EinsumSyntax.Term(equation, 3));
    }

    private static void CheckEquation(string equation, int operands, ReadOnlySpan<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(equation);
        if (EinsumSyntax.Fault(equation, operands) is { } fault)
        {
            throw new ArgumentException($"'{equation}' is no equation for this: {fault}.", nameof(equation));
        }

        if (EinsumSyntax.SizesFault(equation, sizes.Length) is { } missing)
        {
            throw new ArgumentException($"Of '{equation}' each index needs a size: {missing}.", nameof(sizes));
        }
    }
}

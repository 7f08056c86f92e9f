using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// What the equations of <c>LinearAlgebra.Einsum</c> become where they are known: each term is a number with a digit for each of its
/// indices, 1 for the first in the list of sizes. The derivative is the same with the result and an operand exchanged.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Einsums
{
    /// <summary>Overwrites the result with sums of the elements of one operand.</summary>
    public static void Contract<T>(ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, result, sizes, termA, term, isOverwritten: true);

    /// <summary>Overwrites the result with sums of products of two operands.</summary>
    public static void Contract<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, b, result, sizes, termA, termB, term, isOverwritten: true);

    /// <summary>Overwrites the result with sums of products of three operands.</summary>
    public static void Contract<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, b, c, result, sizes, termA, termB, termC, term, isOverwritten: true);

    /// <summary>Adds to the result sums of the elements of one operand.</summary>
    public static void Accumulate<T>(ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, result, sizes, termA, term, isOverwritten: false);

    /// <summary>Adds to the result sums of products of two operands.</summary>
    public static void Accumulate<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, b, result, sizes, termA, termB, term, isOverwritten: false);

    /// <summary>Adds to the result sums of products of three operands.</summary>
    public static void Accumulate<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(a, b, c, result, sizes, termA, termB, termC, term, isOverwritten: false);

    private static void Run<T>(
        ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term, bool isOverwritten)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(a, termA, sizes, result, nameof(a));
        Prepare(result, term, sizes, isOverwritten);
        EinsumRun.Add(sizes, a, termA, result, term);
    }

    private static void Run<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term, bool isOverwritten)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(a, termA, sizes, result, nameof(a));
        Check(b, termB, sizes, result, nameof(b));
        Prepare(result, term, sizes, isOverwritten);
        EinsumRun.Add(sizes, a, termA, b, termB, result, term);
    }

    private static void Run<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term, bool isOverwritten)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(a, termA, sizes, result, nameof(a));
        Check(b, termB, sizes, result, nameof(b));
        Check(c, termC, sizes, result, nameof(c));
        Prepare(result, term, sizes, isOverwritten);
        EinsumTriple.Add(sizes, a, termA, b, termB, c, termC, result, term);
    }

    private static void Check<T>(ReadOnlySpan<T> operand, int term, ReadOnlySpan<int> sizes, Span<T> result, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EinsumTerm.Check(term, sizes, operand.Length, name);
        BatchLengths.NoOverlap(result, operand, nameof(result));
    }

    private static void Prepare<T>(Span<T> result, int term, ReadOnlySpan<int> sizes, bool isOverwritten)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EinsumTerm.Check(term, sizes, result.Length, nameof(result));
        if (isOverwritten)
        {
            result.Clear();
        }
    }
}

using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A contraction of three buffers: first of the two that make it cheapest, then of the result with the third.</summary>
internal static class EinsumTriple
{
    public static void Add<T>(
        ReadOnlySpan<int> sizes, ReadOnlySpan<T> a, int termA, ReadOnlySpan<T> b, int termB, ReadOnlySpan<T> c, int termC, Span<T> sum, int termSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (sizes.Contains(0))
        {
            return;
        }

        int indices = sizes.Length;
        Span<nint> strides = stackalloc nint[4 * indices];
        Span<nint> ofA = strides[..indices], ofB = strides[indices..(2 * indices)];
        Span<nint> ofC = strides[(2 * indices)..(3 * indices)], ofSum = strides[(3 * indices)..];
        EinsumTerm.Strides(termA, sizes, ofA);
        EinsumTerm.Strides(termB, sizes, ofB);
        EinsumTerm.Strides(termC, sizes, ofC);
        EinsumTerm.Strides(termSum, sizes, ofSum);
        double first = Cost(sizes, ofA, ofB, ofC, ofSum), second = Cost(sizes, ofA, ofC, ofB, ofSum), third = Cost(sizes, ofB, ofC, ofA, ofSum);
        if (first <= second && first <= third)
        {
            InPairs(sizes, a, ofA, b, ofB, c, ofC, sum, ofSum);
        }
        else if (second <= third)
        {
            InPairs(sizes, a, ofA, c, ofC, b, ofB, sum, ofSum);
        }
        else
        {
            InPairs(sizes, b, ofB, c, ofC, a, ofA, sum, ofSum);
        }
    }

    /// <summary>How many products there are if two buffers go first.</summary>
    private static double Cost(
        ReadOnlySpan<int> sizes, ReadOnlySpan<nint> first, ReadOnlySpan<nint> second, ReadOnlySpan<nint> third, ReadOnlySpan<nint> sum)
    {
        double pair = 1, rest = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            bool isInPair = first[i] != 0 || second[i] != 0, isInRest = third[i] != 0 || sum[i] != 0;
            pair *= isInPair ? sizes[i] : 1;
            rest *= isInRest ? sizes[i] : 1;
        }

        return pair + rest;
    }

    private static void InPairs<T>(
        ReadOnlySpan<int> sizes, ReadOnlySpan<T> first, ReadOnlySpan<nint> ofFirst, ReadOnlySpan<T> second, ReadOnlySpan<nint> ofSecond,
        ReadOnlySpan<T> third, ReadOnlySpan<nint> ofThird, Span<T> sum, ReadOnlySpan<nint> ofSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The product of the pair has those of its indices that are still needed.
        Span<nint> ofPair = stackalloc nint[sizes.Length];
        long length = 1;
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            bool isKept = (ofFirst[i] != 0 || ofSecond[i] != 0) && (ofThird[i] != 0 || ofSum[i] != 0);
            ofPair[i] = isKept ? (nint)length : 0;
            length *= isKept ? sizes[i] : 1;
        }

        using ArenaScope arena = Arena.Enter();
        Span<T> pair = arena.Allocate<T>(length);
        pair.Clear();
        EinsumRun.Contract(sizes, first, ofFirst, second, ofSecond, pair, ofPair);
        EinsumRun.Contract(sizes, pair, ofPair, third, ofThird, sum, ofSum);
    }
}

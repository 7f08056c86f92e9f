using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Norms of any order of the vectors, or matrices, of a batch.</summary>
internal static unsafe class BatchedNorms
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> norms, int size, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckReduction(a, norms, size, nameof(norms));
        if (T.IsNaN(order))
        {
            throw new ArgumentException("The order of a norm must be a number.", nameof(order));
        }

        fixed (T* start = a)
        {
            for (int i = 0; i < norms.Length; i++)
            {
                norms[i] = VectorNorm.Of(start + (i * (nint)size), size, order);
            }
        }
    }
}

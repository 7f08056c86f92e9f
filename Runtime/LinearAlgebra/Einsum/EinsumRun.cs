using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Adds to the buffer of one term of an equation the products of those of others, summed over the indices that it has not got.</summary>
internal static unsafe class EinsumRun
{
    public static void Add<T>(ReadOnlySpan<int> sizes, ReadOnlySpan<T> a, int termA, Span<T> sum, int termSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int indices = sizes.Length;
        Span<nint> strides = stackalloc nint[3 * indices];
        EinsumTerm.Strides(termA, sizes, strides[..indices]);
        strides[indices..(2 * indices)].Clear();
        EinsumTerm.Strides(termSum, sizes, strides[(2 * indices)..]);
        Contract(sizes, a, strides[..indices], [T.One], strides[indices..(2 * indices)], sum, strides[(2 * indices)..]);
    }

    public static void Add<T>(ReadOnlySpan<int> sizes, ReadOnlySpan<T> a, int termA, ReadOnlySpan<T> b, int termB, Span<T> sum, int termSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int indices = sizes.Length;
        Span<nint> strides = stackalloc nint[3 * indices];
        EinsumTerm.Strides(termA, sizes, strides[..indices]);
        EinsumTerm.Strides(termB, sizes, strides[indices..(2 * indices)]);
        EinsumTerm.Strides(termSum, sizes, strides[(2 * indices)..]);
        Contract(sizes, a, strides[..indices], b, strides[indices..(2 * indices)], sum, strides[(2 * indices)..]);
    }

    /// <summary>Adds products of two buffers, of which and of the sum it is known how far their elements are apart along each index.</summary>
    public static void Contract<T>(
        ReadOnlySpan<int> sizes, ReadOnlySpan<T> a, ReadOnlySpan<nint> stridesA, ReadOnlySpan<T> b, ReadOnlySpan<nint> stridesB,
        Span<T> sum, ReadOnlySpan<nint> stridesSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (sizes.Contains(0))
        {
            return;
        }

        Span<EinsumAxis> axes = stackalloc EinsumAxis[sizes.Length];
        axes = axes[..EinsumAxis.Collect(sizes, stridesA, stridesB, stridesSum, axes)];
        fixed (T* first = a, second = b, target = sum)
        {
            if (!EinsumProducts.TryRun(axes, first, second, target))
            {
                EinsumLoops.Run(axes, first, second, target);
            }
        }
    }
}

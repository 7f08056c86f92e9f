using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Kronecker products of the matrices of a batch.</summary>
internal static class BatchedKronecker
{
    public static void Run<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rowsA, int columnsA, int rowsB, int columnsB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long sizeA = BatchLengths.Size(rowsA, columnsA, nameof(rowsA), nameof(columnsA));
        long sizeB = BatchLengths.Size(rowsB, columnsB, nameof(rowsB), nameof(columnsB));
        int count = BatchLengths.Count(product.Length, checked(sizeA * sizeB), nameof(product));
        nint stepA = BatchLengths.Step(a.Length, sizeA, count, nameof(a)), stepB = BatchLengths.Step(b.Length, sizeB, count, nameof(b));
        BatchLengths.NoOverlap(product, a, nameof(product));
        BatchLengths.NoOverlap(product, b, nameof(product));
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            for (int row = 0; row < rowsA * rowsB; row++)
            {
                ReadOnlySpan<T> left = a.Slice((int)(i * stepA) + (row / rowsB * columnsA), columnsA);
                ReadOnlySpan<T> right = b.Slice((int)(i * stepB) + (row % rowsB * columnsB), columnsB);
                foreach (T factor in left)
                {
                    for (int column = 0; column < columnsB; column++)
                    {
                        product[at++] = factor * right[column];
                    }
                }
            }
        }
    }
}

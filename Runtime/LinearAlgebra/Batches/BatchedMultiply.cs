using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Products of the matrices of two batches.</summary>
internal static unsafe class BatchedMultiply
{
    public static void Run<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long sizeA = BatchLengths.Size(rows, inner, nameof(rows), nameof(inner));
        long sizeB = BatchLengths.Size(inner, columns, nameof(inner), nameof(columns));
        long size = BatchLengths.Size(rows, columns, nameof(rows), nameof(columns));
        int count = BatchLengths.Count(product.Length, size, nameof(product));
        if (size == 0)
        {
            BatchLengths.WholeMatrices(a.Length, sizeA, nameof(a));
            BatchLengths.WholeMatrices(b.Length, sizeB, nameof(b));
            return;
        }

        nint stepA = BatchLengths.Step(a.Length, sizeA, count, nameof(a));
        nint stepB = BatchLengths.Step(b.Length, sizeB, count, nameof(b));
        BatchLengths.NoOverlap(product, a, nameof(product));
        BatchLengths.NoOverlap(product, b, nameof(product));
        fixed (T* startA = a, startB = b, startC = product)
        {
            // The kernel is chosen here, by shape and batch alone.
            Block<T> first = Operand(startA, rows, inner, transposeA);
            Block<T> second = Operand(startB, inner, columns, transposeB);
            EachAlone(first, stepA, second, stepB, new Block<T>(startC, rows, columns), (nint)size, count, accumulate: false);
        }
    }

    public static void Add<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int rows, int inner, int columns, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long sizeA = BatchLengths.Size(rows, inner, nameof(rows), nameof(inner));
        long sizeB = BatchLengths.Size(inner, columns, nameof(inner), nameof(columns));
        long size = BatchLengths.Size(rows, columns, nameof(rows), nameof(columns));
        int targets = BatchLengths.Count(sum.Length, size, nameof(sum));
        int countA = BatchLengths.Count(a.Length, sizeA, nameof(a));
        int countB = BatchLengths.Count(b.Length, sizeB, nameof(b));
        if (size == 0 || inner == 0)
        {
            return;
        }

        int count = countA != 1 ? countA : countB != 1 ? countB : targets;
        nint stepA = BatchLengths.Step(a.Length, sizeA, count, nameof(a));
        nint stepB = BatchLengths.Step(b.Length, sizeB, count, nameof(b));
        nint step = BatchLengths.Step(sum.Length, size, count, nameof(sum));
        BatchLengths.NoOverlap(sum, a, nameof(sum));
        BatchLengths.NoOverlap(sum, b, nameof(sum));
        fixed (T* startA = a, startB = b, startC = sum)
        {
            // The kernel is chosen here, by shape and batch alone.
            Block<T> first = Operand(startA, rows, inner, transposeA);
            Block<T> second = Operand(startB, inner, columns, transposeB);
            EachAlone(first, stepA, second, stepB, new Block<T>(startC, rows, columns), step, count, accumulate: true);
        }
    }

    private static void EachAlone<T>(
        Block<T> a, nint stepA, Block<T> b, nint stepB, Block<T> c, nint stepC, int count, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < count; i++)
        {
            Gemm.Multiply(T.One, a.Next(i * stepA), b.Next(i * stepB), c.Next(i * stepC), accumulate);
        }
    }

    private static Block<T> Operand<T>(T* start, int rows, int columns, bool transposed)
        where T : unmanaged
        => transposed ? new Block<T>(start, columns, rows).Transposed : new Block<T>(start, rows, columns);
}

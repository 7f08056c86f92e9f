using System.Numerics;
using StaticAd.CompilerServices;

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
            SmallShape shape = new(rows, inner, columns, transposeA, transposeB);
            MultiplyOperation<T> operation = new(
                new BatchOperand<T>(startA, (int)sizeA, stepA), new BatchOperand<T>(startB, (int)sizeB, stepB),
                new BatchResult<T>(startC, (int)size), shape, ResultUse.Written);
            BatchRun.Run<T, MultiplyOperation<T>>(operation, count, LaneSizes.PayInProducts(shape, count), out _);
        }
    }

    /// <summary>Adds the gradients of the factors; one matrix that serves all takes the sum of what all have for it.</summary>
    public static void AddGradients<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> productBar, Span<T> da, Span<T> db, SmallShape shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int sizeA = shape.Rows * shape.Inner, sizeB = shape.Inner * shape.Columns, size = shape.Rows * shape.Columns;
        if (size == 0 || shape.Inner == 0)
        {
            return;
        }

        // The target of MultiplyAdd may be one matrix while the factors are many.
        int count = Math.Max(productBar.Length / size, Math.Max(a.Length / sizeA, b.Length / sizeB));
        fixed (T* startA = a, startB = b, startG = productBar, targetA = da, targetB = db)
        {
            nint stepA = a.Length == sizeA ? 0 : sizeA, stepB = b.Length == sizeB ? 0 : sizeB;
            ProductGradientOperation<T> operation = new(
                new BatchOperand<T>(startA, sizeA, stepA), new BatchOperand<T>(startB, sizeB, stepB),
                new BatchOperand<T>(startG, size, productBar.Length == size ? 0 : size),
                new BatchResult<T>(targetA, sizeA, stepA), new BatchResult<T>(targetB, sizeB, stepB), shape);
            BatchRun.Run<T, ProductGradientOperation<T>>(
                operation, count, LaneSizes.PayInProducts(shape, count), out _);
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
            SmallShape shape = new(rows, inner, columns, transposeA, transposeB);
            MultiplyOperation<T> operation = new(
                new BatchOperand<T>(startA, (int)sizeA, stepA), new BatchOperand<T>(startB, (int)sizeB, stepB),
                new BatchResult<T>(startC, (int)size, step), shape, ResultUse.Added);
            BatchRun.Run<T, MultiplyOperation<T>>(operation, count, LaneSizes.PayInProducts(shape, count), out _);
        }
    }
}

using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>
/// A contraction as products of matrices: of the indices that only the first operand and the sum have, one becomes the rows, of those that
/// only the second and the sum have, the columns, of those that only the operands have, the inner dimension. Others are loops around.
/// </summary>
internal static unsafe class EinsumProducts
{
    // Below, a call of the kernel costs more than loops do.
    private const int Worthwhile = 128;

    /// <summary>Adds the products, if there is a product of matrices in them. In any case the order of the loops is changed.</summary>
    public static bool TryRun<T>(Span<EinsumAxis> axes, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<EinsumAxis> others = axes;
        EinsumAxis row = Take(ref others, static axis => axis.IsRow);
        EinsumAxis column = Take(ref others, static axis => axis.IsColumn);
        EinsumAxis inner = Take(ref others, static axis => axis.IsInner);

        // A sum that lies column by column is the transpose of the product of the transposes, in reverse order.
        bool isExchanged = column.Sum > 1 && row.Sum <= 1;
        bool serves = inner.Size > 1 && (row.Size > 1 || column.Size > 1) && (isExchanged
            ? TryRun(others, Exchanged(column), Exchanged(row), Exchanged(inner), second, first, sum, isExchanged)
            : TryRun(others, row, column, inner, first, second, sum, isExchanged));
        if (!serves)
        {
            Append(axes, ref others, row);
            Append(axes, ref others, column);
            Append(axes, ref others, inner);
        }

        return serves;
    }

    private static bool TryRun<T>(
        Span<EinsumAxis> others, EinsumAxis row, EinsumAxis column, EinsumAxis inner, T* first, T* second, T* sum, bool isExchanged)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var left = new Block<T>(first, row.Size, inner.Size, row.First, inner.First);
        var right = new Block<T>(second, inner.Size, column.Size, inner.Second, column.Second);
        var product = new Block<T>(sum, row.Size, column.Size, row.Sum, column.Sum);
        bool isStored = IsStored(left) && IsStored(right) && IsRowByRow(product);
        bool isLarge = (long)row.Size * column.Size * inner.Size >= Worthwhile;
        if (!isLarge && (!isStored || others.Length == 0))
        {
            return false;
        }

        for (int i = 0; isExchanged && i < others.Length; i++)
        {
            others[i] = Exchanged(others[i]);
        }

        if (isStored)
        {
            EinsumAxis batch = TakeBatch(ref others, left.Rows * left.Columns, right.Rows * right.Columns, product.Rows * product.Columns);
            Batches(others, batch, left, right, product);
        }
        else
        {
            Single(others, left, right, product);
        }

        return true;
    }

    private static void Batches<T>(ReadOnlySpan<EinsumAxis> outer, EinsumAxis batch, Block<T> left, Block<T> right, Block<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outer.Length == 0)
        {
            int rows = product.Rows, columns = product.Columns, inner = left.Columns;
            BatchedMultiply.Add<T>(
                new(left.Start, rows * inner * (batch.First == 0 ? 1 : batch.Size)),
                new(right.Start, inner * columns * (batch.Second == 0 ? 1 : batch.Size)),
                new(product.Start, rows * columns * (batch.Sum == 0 ? 1 : batch.Size)),
                rows, inner, columns, !IsRowByRow(left), !IsRowByRow(right));
            return;
        }

        for (int i = 0; i < outer[0].Size; i++)
        {
            Batches(outer[1..], batch, left.Next(i * outer[0].First), right.Next(i * outer[0].Second), product.Next(i * outer[0].Sum));
        }
    }

    private static void Single<T>(ReadOnlySpan<EinsumAxis> outer, Block<T> left, Block<T> right, Block<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outer.Length == 0)
        {
            Gemm.Multiply(T.One, left, right, product, accumulate: true);
            return;
        }

        for (int i = 0; i < outer[0].Size; i++)
        {
            Single(outer[1..], left.Next(i * outer[0].First), right.Next(i * outer[0].Second), product.Next(i * outer[0].Sum));
        }
    }

    /// <summary>Takes the longest loop of a kind out of the list; one that runs once if there is none.</summary>
    private static EinsumAxis Take(ref Span<EinsumAxis> axes, Func<EinsumAxis, bool> isOfKind)
    {
        int longest = -1;
        for (int i = 0; i < axes.Length; i++)
        {
            longest = isOfKind(axes[i]) && (longest < 0 || axes[i].Size > axes[longest].Size) ? i : longest;
        }

        return TakeAt(ref axes, longest);
    }

    /// <summary>Takes the longest loop that goes from matrix to matrix where these lie one behind the other.</summary>
    private static EinsumAxis TakeBatch(ref Span<EinsumAxis> axes, nint sizeFirst, nint sizeSecond, nint sizeSum)
    {
        int longest = -1;
        for (int i = 0; i < axes.Length; i++)
        {
            EinsumAxis axis = axes[i];
            bool isBatch = (axis.First == 0 || axis.First == sizeFirst) && (axis.Second == 0 || axis.Second == sizeSecond)
                && (axis.Sum == 0 || axis.Sum == sizeSum);
            longest = isBatch && (longest < 0 || axis.Size > axes[longest].Size) ? i : longest;
        }

        return TakeAt(ref axes, longest);
    }

    private static EinsumAxis TakeAt(ref Span<EinsumAxis> axes, int at)
    {
        if (at < 0)
        {
            return new EinsumAxis(1, 0, 0, 0);
        }

        EinsumAxis taken = axes[at];
        axes[at] = axes[^1];
        axes = axes[..^1];
        return taken;
    }

    private static void Append(Span<EinsumAxis> axes, ref Span<EinsumAxis> others, EinsumAxis axis)
    {
        if (axis.Size > 1)
        {
            axes[others.Length] = axis;
            others = axes[..(others.Length + 1)];
        }
    }

    private static EinsumAxis Exchanged(EinsumAxis axis) => axis with { First = axis.Second, Second = axis.First };

    private static bool IsStored<T>(Block<T> block)
        where T : unmanaged =>
        IsRowByRow(block) || IsRowByRow(block.Transposed);

    private static bool IsRowByRow<T>(Block<T> block)
        where T : unmanaged =>
        (block.Columns == 1 || block.ColumnStride == 1) && (block.Rows == 1 || block.RowStride == block.Columns);
}

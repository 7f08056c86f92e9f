namespace StaticAd.Kernels;

/// <summary>How a matrix lies in memory, as a BLAS says it.</summary>
/// <param name="IsTransposed">Whether the elements of a column are neighbours, not those of a row.</param>
/// <param name="Leading">How far rows are apart, or columns if it is transposed.</param>
internal readonly record struct BlasLayout(bool IsTransposed, int Leading)
{
    /// <summary>That of a block; null where neither the elements of its rows nor those of its columns are neighbours.</summary>
    public static BlasLayout? Of<T>(Block<T> block)
        where T : unmanaged =>
        block.ColumnStride == 1 && block.RowStride >= block.Columns && block.RowStride <= int.MaxValue ? new BlasLayout(false, (int)block.RowStride)
        : block.RowStride == 1 && block.ColumnStride >= block.Rows && block.ColumnStride <= int.MaxValue ? new BlasLayout(true, (int)block.ColumnStride)
        : null;
}

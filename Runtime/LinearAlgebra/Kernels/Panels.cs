using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// Copies blocks into panels, in which the innermost loop of a product reads memory from front to back. The last panel is filled up with
/// zeros.
/// </summary>
internal static unsafe class Panels
{
    /// <summary>Panels of some rows each: the elements of a column of a panel are neighbours.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="height">How many rows a panel has.</param>
    /// <param name="target">Where the panels go, one behind the other.</param>
    public static void PackRows<T>(Block<T> source, int height, T* target)
        where T : unmanaged
    {
        for (int i = 0; i < source.Rows; i += height)
        {
            Block<T> panel = source.Part(i, 0, Math.Min(height, source.Rows - i), source.Columns);
            if (panel.Rows < height)
            {
                new Span<T>(target, height * panel.Columns).Clear();
            }

            Pack(panel, height, target);
            target += (nint)height * panel.Columns;
        }
    }

    /// <summary>Panels of some columns each: the elements of a row of a panel are neighbours.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="width">How many columns a panel has.</param>
    /// <param name="target">Where the panels go, one behind the other.</param>
    public static void PackColumns<T>(Block<T> source, int width, T* target)
        where T : unmanaged
        => PackRows(source.Transposed, width, target);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pack<T>(Block<T> panel, int height, T* target)
        where T : unmanaged
    {
        if (panel.RowStride == 1)
        {
            PackNeighbours(panel, height, target);
            return;
        }

        T* source = panel.Start;
        nint stride = panel.ColumnStride;
        for (int i = 0; i < panel.Rows; i++, source += panel.RowStride, target++)
        {
            T* from = source;
            T* to = target;
            for (int k = 0; k < panel.Columns; k++, from += stride, to += height)
            {
                *to = *from;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PackNeighbours<T>(Block<T> panel, int height, T* target)
        where T : unmanaged
    {
        T* source = panel.Start;
        for (int k = 0; k < panel.Columns; k++, source += panel.ColumnStride, target += height)
        {
            new ReadOnlySpan<T>(source, panel.Rows).CopyTo(new Span<T>(target, panel.Rows));
        }
    }
}

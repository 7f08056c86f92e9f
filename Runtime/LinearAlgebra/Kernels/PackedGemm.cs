using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// The product of two blocks, in blocks that stay in the caches: Goto, van de Geijn: Anatomy of high-performance matrix multiplication
/// (ACM TOMS 2008). A panel of B is in the first cache, all packed panels are in the second.
/// </summary>
/// <remarks>An element's bits depend on the length of the inner dimension alone, not on where in C it stands.</remarks>
internal static unsafe class PackedGemm<TBlock, T>
    where TBlock : struct, IRegisterBlock<T>
    where T : unmanaged
{
    private const int LargestInner = 256;
    private const int LargestRows = 128;

    private static int LargestColumns => 24 * TBlock.Columns;

    private static int PanelRows => TBlock.Rows;

    private static int PanelColumns => TBlock.Columns;

    /// <summary>C = factor · A · B, or C += factor · A · B; no dimension is zero.</summary>
    public static void Multiply(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
    {
        int inner = EvenPart(a.Columns, LargestInner, 1);
        int rows = EvenPart(c.Rows, LargestRows, PanelRows);
        int columns = EvenPart(c.Columns, LargestColumns, PanelColumns);
        using ArenaScope scope = Arena.Enter();
        T* tile = Scratch.Take<T>(scope, PanelRows * PanelColumns);
        T* packedA = Scratch.Take<T>(scope, (long)inner * rows);
        T* packedB = Scratch.Take<T>(scope, (long)inner * columns);
        for (int j = 0; j < c.Columns; j += columns)
        {
            for (int k = 0; k < a.Columns; k += inner)
            {
                Block<T> partB = b.Part(k, j, Math.Min(inner, b.Rows - k), Math.Min(columns, b.Columns - j));
                Panels.PackColumns(partB, PanelColumns, packedB);
                for (int i = 0; i < c.Rows; i += rows)
                {
                    Block<T> partA = a.Part(i, k, Math.Min(rows, a.Rows - i), partB.Rows);
                    Panels.PackRows(partA, PanelRows, packedA);
                    MultiplyPanels(factor, packedA, packedB, partB.Rows, c.Part(i, j, partA.Rows, partB.Columns), accumulate || k > 0, tile);
                }
            }
        }
    }

    private static void MultiplyPanels(T factor, T* a, T* b, int inner, Block<T> c, bool accumulate, T* tile)
    {
        for (int j = 0; j < c.Columns; j += PanelColumns)
        {
            for (int i = 0; i < c.Rows; i += PanelRows)
            {
                T* panelA = a + ((nint)i * inner);
                T* panelB = b + ((nint)j * inner);
                if (c.HasPlainRows && i + PanelRows <= c.Rows && j + PanelColumns <= c.Columns)
                {
                    TBlock.Multiply(panelA, panelB, inner, factor, c.At(i, j), c.RowStride, accumulate);
                    continue;
                }

                Block<T> edge = c.Part(i, j, Math.Min(PanelRows, c.Rows - i), Math.Min(PanelColumns, c.Columns - j));
                Block<T> part = new(tile, edge.Rows, edge.Columns, PanelColumns, 1);
                if (accumulate)
                {
                    edge.CopyTo(part);
                }

                TBlock.Multiply(panelA, panelB, inner, factor, tile, PanelColumns, accumulate);
                part.CopyTo(edge);
            }
        }
    }

    /// <summary>The size of as few equal parts as possible, rounded up to whole panels.</summary>
    private static int EvenPart(int total, int largest, int multiple)
    {
        int parts = (total + largest - 1) / largest;
        int size = (total + parts - 1) / parts;
        return (size + multiple - 1) / multiple * multiple;
    }
}

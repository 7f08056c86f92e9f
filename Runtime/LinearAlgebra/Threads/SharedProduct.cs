namespace StaticAd.Kernels;

/// <summary>A product whose rows or columns, of whichever there are more, are shared out to threads.</summary>
internal static unsafe class SharedProduct<TBlock, T>
    where TBlock : struct, IRegisterBlock<T>
    where T : unmanaged
{
    /// <summary>C = factor · A · B, or C += factor · A · B; no dimension is zero.</summary>
    public static void Multiply(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
    {
        int panelRows = Panels(c.Rows, TBlock.Rows), panelColumns = Panels(c.Columns, TBlock.Columns);
        int parts = WorkerTeam.Parts((double)c.Rows * c.Columns * a.Columns, Math.Max(panelRows, panelColumns));
        if (parts == 1)
        {
            PackedGemm<TBlock, T>.Multiply(factor, a, b, c, accumulate);
            return;
        }

        Work work = panelRows >= panelColumns
            ? new Work(factor, a, b, c, accumulate, ((panelRows + parts - 1) / parts) * TBlock.Rows, 0)
            : new Work(factor, a, b, c, accumulate, 0, ((panelColumns + parts - 1) / parts) * TBlock.Columns);
        WorkerTeam.Run(&Part, &work, parts);
    }

    private static int Panels(int length, int panel) => (length + panel - 1) / panel;

    private static void Part(void* shared, int number)
    {
        Work work = *(Work*)shared;
        Block<T> c = work.C;
        int row = number * work.Rows, column = number * work.Columns;
        int rows = work.Rows == 0 ? c.Rows : Math.Min(work.Rows, c.Rows - row), columns = work.Columns == 0 ? c.Columns : Math.Min(work.Columns, c.Columns - column);
        if (rows > 0 && columns > 0)
        {
            PackedGemm<TBlock, T>.Multiply(
                work.Factor, work.A.Part(row, 0, rows, work.A.Columns), work.B.Part(0, column, work.B.Rows, columns), c.Part(row, column, rows, columns), work.Accumulate);
        }
    }

    // The rows or the columns of a part; 0 where each has all.
    private readonly struct Work(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate, int rows, int columns)
    {
        public readonly T Factor = factor;
        public readonly Block<T> A = a, B = b, C = c;
        public readonly bool Accumulate = accumulate;
        public readonly int Rows = rows, Columns = columns;
    }
}

namespace StaticAd.Kernels;

/// <summary>Which batches are taken in lanes: a matter of the size of a matrix and of how many there are, and of nothing else.</summary>
internal static class LaneSizes
{
    /// <summary>The largest number of rows or columns: what is kept for a group fits the first cache.</summary>
    public const int Largest = 16;

    public static bool Pay(int n, int count) => n <= Largest && count >= 3;

    public static bool Pay(int rows, int inner, int columns, int count) => Math.Max(rows, Math.Max(inner, columns)) <= Largest && count >= 3;
}

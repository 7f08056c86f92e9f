namespace StaticAd.Kernels;

/// <summary>How recursive kernels cut a matrix.</summary>
internal static class Halves
{
    /// <summary>The first half of more than eight rows, in whole eights where that is no more than half.</summary>
    public static int First(int n) => n / 2 >= 8 ? n / 2 / 8 * 8 : n / 2;
}

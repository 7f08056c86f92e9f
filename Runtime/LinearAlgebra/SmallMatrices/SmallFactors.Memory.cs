namespace StaticAd.CompilerServices;

/// <summary>What working memory factors need.</summary>
internal static class SmallFactors
{
    /// <summary>The vectors that say which rows were exchanged, and those of the pivots.</summary>
    public static int ExchangeVectors(int n) => n * (n + 1) / 2;
}

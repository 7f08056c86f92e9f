using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>What the tests of small matrices run through.</summary>
internal static class Sizes
{
    /// <summary>Batches: alone, less than a group, a group, a little more, many.</summary>
    public static readonly int[] Batches = [1, 3, 7, 8, 9, 17, 64];

    /// <summary>Rows and columns.</summary>
    public static TheoryData<int> All => [.. Enumerable.Range(1, 16)];
}

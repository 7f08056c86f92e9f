namespace StaticAd;

/// <summary>Checks that a part lies inside of what it is a part of.</summary>
internal static class BlockRange
{
    public static void Check(int start, int count, int whole, string startName, string countName)
    {
        if ((uint)start > (uint)whole)
        {
            throw new ArgumentOutOfRangeException(startName, start, $"The part must start within the {whole} that there are.");
        }

        if ((uint)count > (uint)(whole - start))
        {
            throw new ArgumentOutOfRangeException(countName, count, $"From {start} on there are only {whole - start} of {whole}.");
        }
    }
}

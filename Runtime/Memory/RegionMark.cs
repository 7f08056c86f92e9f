namespace StaticAd.Memory;

/// <summary>A height of a <see cref="NativeRegion"/> to which it can be restored.</summary>
internal readonly unsafe struct RegionMark(Chunk* chunk, byte* top)
{
    public readonly Chunk* Chunk = chunk;
    public readonly byte* Top = top;
}

namespace StaticAd.Memory;

/// <summary>Header of a buffer on a tape; the elements follow it, aligned.</summary>
internal unsafe struct TapeBuffer
{
    public TapeBuffer* Next;
    public nint Tag;
    public int Length;

    public static byte* Payload(TapeBuffer* buffer) => (byte*)buffer + NativeHeap.Alignment;
}

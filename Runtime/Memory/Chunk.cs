using System.Runtime.InteropServices;

namespace StaticAd.Memory;

/// <summary>Header at the start of one native block; the payload follows it, aligned.</summary>
[StructLayout(LayoutKind.Sequential, Size = NativeHeap.Alignment)]
internal unsafe struct Chunk
{
    public Chunk* Previous;
    public Chunk* Next;

    /// <summary>One past the payload.</summary>
    public byte* End;

    /// <summary>Where the region's top stood when it moved on to the next chunk.</summary>
    public byte* Left;

    private ulong _bytes;

    public static byte* Payload(Chunk* chunk) => (byte*)chunk + NativeHeap.Alignment;

    public static ulong PayloadBytes(Chunk* chunk) => (ulong)(chunk->End - Payload(chunk));

    public static Chunk* Create(ulong payloadBytes)
    {
        ulong bytes = payloadBytes + NativeHeap.Alignment;
        var chunk = (Chunk*)NativeHeap.Allocate(bytes);
        *chunk = new Chunk { End = (byte*)chunk + bytes, _bytes = bytes };
        return chunk;
    }

    public static void Free(Chunk* chunk) => NativeHeap.Free((byte*)chunk, chunk->_bytes);
}

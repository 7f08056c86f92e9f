using System.Runtime.CompilerServices;

namespace StaticAd.Memory;

/// <summary>
/// A stack of native memory: allocation moves <see cref="Top"/> up, restoring a mark moves it back. Chunks above the mark are
/// kept for the next call.
/// </summary>
/// <remarks>
/// Invariants: <see cref="Top"/> is 64-byte aligned and lies in <see cref="Current"/>; every chunk after <see cref="Current"/>
/// is free. The struct never moves (it lives in a pinned array), so it may be pointed to, and it outlives its chunks, so a
/// scope that is used too late meets a wrong <see cref="Depth"/>, not freed memory.
/// </remarks>
internal unsafe struct NativeRegion
{
    private const ulong FirstChunkBytes = 64 * 1024 - NativeHeap.Alignment;
    private const ulong LargestGrowthBytes = 64 * 1024 * 1024;

    // Heads the chain and holds nothing, so that neither an empty region nor the first chunk is a special case.
    private Chunk _root;

    public byte* Top;
    public byte* End;
    public Chunk* Current;

    /// <summary>Number of open scopes. Only the innermost may allocate: another's memory would vanish when it closes.</summary>
    public int Depth;

    /// <summary>An empty region, in the array that keeps it alive and in its place.</summary>
    public static NativeRegion[] Create()
    {
        NativeRegion[] storage = GC.AllocateArray<NativeRegion>(1, pinned: true);
        NativeRegion* region = AddressOf(storage);
        region->Current = &region->_root;
        return storage;
    }

    public static NativeRegion* AddressOf(NativeRegion[] storage) => (NativeRegion*)Unsafe.AsPointer(ref storage[0]);

    public readonly RegionMark Mark => new(Current, Top);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Restore(RegionMark mark)
    {
        Current = mark.Chunk;
        Top = mark.Top;
        End = mark.Chunk->End;
    }

    /// <summary>Uninitialised, 64-byte aligned memory for <paramref name="count"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Allocate<T>(long count, int depth) where T : unmanaged
    {
        // A span holds no more than int.MaxValue elements; below that the product stays far from 2^64.
        if ((ulong)count > int.MaxValue)
        {
            MemoryErrors.ThrowCount(count);
        }

        return (T*)Allocate((ulong)count * (uint)sizeof(T), depth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Allocate(ulong bytes, int depth)
    {
        ulong rounded = (bytes + (NativeHeap.Alignment - 1)) & ~(ulong)(NativeHeap.Alignment - 1);
        byte* start = Top;
        if (depth != Depth || rounded > (ulong)(End - start))
        {
            return AllocateInNextChunk(rounded, depth);
        }

        Top = start + rounded;
        return start;
    }

    /// <summary>Bytes between the bottom and the top, alignment included.</summary>
    public readonly ulong BytesInUse
    {
        get
        {
            if (Current->Previous == null)
            {
                return 0;
            }

            ulong bytes = (ulong)(Top - Chunk.Payload(Current));
            for (Chunk* chunk = Current->Previous; chunk->Previous != null; chunk = chunk->Previous)
            {
                bytes += (ulong)(chunk->Left - Chunk.Payload(chunk));
            }

            return bytes;
        }
    }

    /// <summary>Bytes of all chunks, free ones included.</summary>
    public readonly ulong BytesReserved
    {
        get
        {
            ulong bytes = 0;
            for (Chunk* chunk = _root.Next; chunk != null; chunk = chunk->Next)
            {
                bytes += Chunk.PayloadBytes(chunk);
            }

            return bytes;
        }
    }

    /// <summary>Makes the region empty; its chunks stay.</summary>
    public void Reset() => Restore(new RegionMark((Chunk*)Unsafe.AsPointer(ref _root), null));

    /// <summary>Gives the free chunks back to the operating system.</summary>
    public void Trim()
    {
        Chunk* chunk = Current->Next;
        Current->Next = null;
        while (chunk != null)
        {
            Chunk* next = chunk->Next;
            Chunk.Free(chunk);
            chunk = next;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte* AllocateInNextChunk(ulong bytes, int depth)
    {
        if (depth != Depth)
        {
            MemoryErrors.ThrowNotInnermost(depth, Depth);
        }

        Chunk* next = Current->Next;
        if (next == null || Chunk.PayloadBytes(next) < bytes)
        {
            next = ReplaceNext(bytes);
        }

        Current->Left = Top;
        Current = next;
        End = next->End;
        Top = Chunk.Payload(next) + bytes;
        return Chunk.Payload(next);
    }

    /// <summary>
    /// Puts a chunk of at least <paramref name="bytes"/> after the current one, in place of one that is too small: each place
    /// in the chain only grows, so repeated calls come to rest.
    /// </summary>
    private readonly Chunk* ReplaceNext(ulong bytes)
    {
        Chunk* after = null;
        if (Current->Next != null)
        {
            Chunk* tooSmall = Current->Next;
            after = tooSmall->Next;
            Current->Next = after;
            if (after != null)
            {
                after->Previous = Current;
            }

            Chunk.Free(tooSmall);
        }

        ulong growth = Current->Previous == null ? FirstChunkBytes : Math.Min(2 * Chunk.PayloadBytes(Current), LargestGrowthBytes);
        Chunk* chunk = Chunk.Create(Math.Max(bytes, growth));
        chunk->Previous = Current;
        chunk->Next = after;
        Current->Next = chunk;
        if (after != null)
        {
            after->Previous = chunk;
        }

        return chunk;
    }
}

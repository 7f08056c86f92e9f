using System.Runtime.CompilerServices;

namespace StaticAd.Memory;

/// <summary>
/// State of a stack whose elements lie in linked blocks of a region. It lives in the region itself, and the tape
/// finds it there when the handle is gone.
/// </summary>
/// <remarks>Invariant: all blocks before <see cref="_block"/> are full, all after it empty.</remarks>
internal unsafe struct StackHeader
{
    private const int FirstBlockBytes = 1024;
    private const ulong LargestBlockBytes = 16 * 1024 * 1024;

    public byte* Top;
    public byte* Start;
    public byte* End;

    private Block* _block;
    private NativeRegion* _region;

    /// <summary>Type of the elements.</summary>
    public nint Tag;

    /// <summary>The stack that the same frame created next.</summary>
    public StackHeader* Next;

    /// <summary>Depth of the scope whose memory the stack may take.</summary>
    public int Depth;

    private struct Block
    {
        public Block* Previous;
        public Block* Next;
        public byte* End;
    }

    public static StackHeader* Create(NativeRegion* region, int depth, nint tag)
    {
        var header = (StackHeader*)region->Allocate((ulong)sizeof(StackHeader), depth);
        *header = new StackHeader { _region = region, Depth = depth, Tag = tag };
        return header;
    }

    /// <summary>Makes room for one more element above a handle's top and returns the new top.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Grow(StackHeader* header, byte* top, int elementBytes)
    {
        header->CheckTop(top);
        Block* block = header->_block == null ? null : header->_block->Next;
        if (block == null)
        {
            block = header->AddBlock((uint)elementBytes);
        }

        return header->Enter(block, Payload(block));
    }

    /// <summary>Returns the top in the block before the current one, which is empty.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Shrink(StackHeader* header, byte* top)
    {
        header->CheckTop(top);
        Block* block = header->_block;
        if (block == null || block->Previous == null)
        {
            MemoryErrors.ThrowEmptyStack();
        }

        return header->Enter(block->Previous, block->Previous->End);
    }

    private readonly void CheckTop(byte* top)
    {
        if (top != Top)
        {
            MemoryErrors.ThrowStaleStack();
        }
    }

    private byte* Enter(Block* block, byte* top)
    {
        _block = block;
        Start = Payload(block);
        End = block->End;
        Top = top;
        return top;
    }

    private readonly Block* AddBlock(ulong elementBytes)
    {
        ulong bytes = _block == null ? FirstBlockBytes : Math.Min(2 * (ulong)(End - Start), LargestBlockBytes);
        ulong payload = Math.Max(bytes / elementBytes, 1) * elementBytes;
        var block = (Block*)_region->Allocate(NativeHeap.Alignment + payload, Depth);
        *block = new Block { Previous = _block, End = Payload(block) + payload };
        if (_block != null)
        {
            _block->Next = block;
        }

        return block;
    }

    private static byte* Payload(Block* block) => (byte*)block + NativeHeap.Alignment;
}

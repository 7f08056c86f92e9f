using System.Runtime.CompilerServices;

namespace StaticAd.Memory;

/// <summary>A queue of single values of any unmanaged types, each behind a word that tells its type, in linked blocks of a region.</summary>
internal unsafe struct TapeValues
{
    private const ulong AddedBlockBytes = 1024 - 2 * sizeof(ulong);

    private byte* _position;
    private byte* _end;
    private Block* _block;
    private Block* _first;

    private struct Block
    {
        public Block* Next;

        /// <summary>One past the last value; of the block being written, known when the writing stops.</summary>
        public byte* End;
    }

    public void Start(byte* memory, int bytes)
    {
        _first = (Block*)memory;
        Open(_first, memory + bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<T>(NativeRegion* region, int depth, T value) where T : unmanaged
    {
        if (depth != region->Depth)
        {
            MemoryErrors.ThrowNotInnermost(depth, region->Depth);
        }

        if (SlotBytes<T>() > _end - _position)
        {
            AddBlock(region, depth, (ulong)SlotBytes<T>());
        }

        *(nint*)_position = TypeTag.Of<T>();
        Unsafe.WriteUnaligned(_position + sizeof(ulong), value);
        _position += SlotBytes<T>();
    }

    public void Rewind()
    {
        _block->End = _position;
        Enter(_first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Next<T>() where T : unmanaged
    {
        if (_position == _end && _block->Next != null)
        {
            Enter(_block->Next);
        }

        bool found = _position != _end;
        TapeErrors.CheckRecall(found, found ? *(nint*)_position : 0, TypeTag.Of<T>(), "value");
        T value = Unsafe.ReadUnaligned<T>(_position + sizeof(ulong));
        _position += SlotBytes<T>();
        return value;
    }

    /// <summary>Type word and value, rounded so that type words stay aligned.</summary>
    private static int SlotBytes<T>() where T : unmanaged => sizeof(ulong) + ((sizeof(T) + 7) & ~7);

    private void Enter(Block* block)
    {
        _block = block;
        _position = (byte*)(block + 1);
        _end = block->End;
    }

    private void Open(Block* block, byte* end)
    {
        *block = default;
        _block = block;
        _position = (byte*)(block + 1);
        _end = end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddBlock(NativeRegion* region, int depth, ulong slotBytes)
    {
        ulong payload = Math.Max(AddedBlockBytes, slotBytes);
        var block = (Block*)region->Allocate((ulong)sizeof(Block) + payload, depth);
        _block->End = _position;
        _block->Next = block;
        Open(block, (byte*)(block + 1) + payload);
    }
}

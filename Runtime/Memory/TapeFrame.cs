using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.Memory;

/// <summary>
/// What one recording saved: buffers, values and stacks, each in the order they were made, and the frames that callees
/// completed inside it. Lies at the start of its own memory in the tape's region.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TapeFrame
{
    // With its first values a frame fills four cache lines.
    private static int InlineValueBytes => 4 * NativeHeap.Alignment - sizeof(TapeFrame);

    /// <summary>The frame that was open when this one was opened.</summary>
    public TapeFrame* Parent;

    /// <summary>The frame completed before this one within the same parent.</summary>
    public TapeFrame* Older;

    /// <summary>The newest frame completed inside this one and not yet replayed.</summary>
    public TapeFrame* NewestChild;

    /// <summary>Region height before the frame.</summary>
    public RegionMark Start;

    /// <summary>Region top after the frame; set when the recording closes.</summary>
    public byte* EndTop;

    private TapeBuffer* _firstBuffer;
    private TapeBuffer* _lastBuffer;
    private StackHeader* _firstStack;
    private StackHeader* _lastStack;
    private TapeValues _values;

    public int Name;
    public bool Completed;

    public static TapeFrame* Create(NativeRegion* region, int depth, TapeFrame* parent, RegionMark start, int name)
    {
        var frame = (TapeFrame*)region->Allocate((ulong)(sizeof(TapeFrame) + InlineValueBytes), depth);
        *frame = new TapeFrame { Parent = parent, Start = start, Name = name };
        frame->_values.Start((byte*)(frame + 1), InlineValueBytes);
        return frame;
    }

    public T* AddBuffer<T>(NativeRegion* region, int depth, long count) where T : unmanaged
    {
        if ((ulong)count > int.MaxValue)
        {
            MemoryErrors.ThrowCount(count);
        }

        ulong bytes = (ulong)count * (uint)sizeof(T);
        var buffer = (TapeBuffer*)region->Allocate(NativeHeap.Alignment + bytes, depth);
        *buffer = new TapeBuffer { Length = (int)count, Tag = TypeTag.Of<T>() };
        if (_lastBuffer == null)
        {
            _firstBuffer = buffer;
        }
        else
        {
            _lastBuffer->Next = buffer;
        }

        _lastBuffer = buffer;
        return (T*)TapeBuffer.Payload(buffer);
    }

    public StackHeader* AddStack(NativeRegion* region, int depth, nint tag)
    {
        StackHeader* stack = StackHeader.Create(region, depth, tag);
        if (_lastStack == null)
        {
            _firstStack = stack;
        }
        else
        {
            _lastStack->Next = stack;
        }

        _lastStack = stack;
        return stack;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddValue<T>(NativeRegion* region, int depth, T value) where T : unmanaged => _values.Add(region, depth, value);

    /// <summary>Sets the frame up to be read from its beginning.</summary>
    public void Rewind()
    {
        // From here on "last" is the one read last.
        _lastBuffer = null;
        _lastStack = null;
        _values.Rewind();
    }

    public TapeBuffer* NextBuffer(nint tag)
    {
        TapeBuffer* buffer = _lastBuffer == null ? _firstBuffer : _lastBuffer->Next;
        TapeErrors.CheckRecall(buffer != null, buffer == null ? 0 : buffer->Tag, tag, "buffer");
        _lastBuffer = buffer;
        return buffer;
    }

    public StackHeader* NextStack(nint tag, int depth)
    {
        StackHeader* stack = _lastStack == null ? _firstStack : _lastStack->Next;
        TapeErrors.CheckRecall(stack != null, stack == null ? 0 : stack->Tag, tag, "stack");
        _lastStack = stack;
        stack->Depth = depth;
        return stack;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T NextValue<T>() where T : unmanaged => _values.Next<T>();
}

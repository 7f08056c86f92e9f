using System.Runtime.CompilerServices;
using StaticAd.Memory;

namespace StaticAd.CompilerServices;

/// <summary>
/// The newest frame of a <see cref="Tape"/>, taken from it and open for reading by the backward sweep. Used by generated code and
/// by hand-written backward rules.
/// </summary>
public readonly unsafe ref struct TapeReplay
{
    private readonly Tape _tape;
    internal readonly TapeFrame* Frame;
    internal readonly RegionMark CloseMark;
    internal readonly int Depth;

    internal TapeReplay(Tape tape, TapeFrame* frame, RegionMark closeMark, int depth)
    {
        _tape = tape;
        Frame = frame;
        CloseMark = closeMark;
        Depth = depth;
    }

    /// <summary>Reads the next buffer, in the order in which the recording allocated them.</summary>
    /// <typeparam name="T">Element type, the same as when it was allocated.</typeparam>
    /// <returns>The buffer with its contents, valid until the replay is closed.</returns>
    /// <exception cref="InvalidOperationException">There is no further buffer, it has another type, or the replay is closed.</exception>
    public Span<T> Recall<T>() where T : unmanaged
    {
        CheckOpen();
        TapeBuffer* buffer = Frame->NextBuffer(TypeTag.Of<T>());
        return new Span<T>(TapeBuffer.Payload(buffer), buffer->Length);
    }

    /// <summary>Reads the next value, in the order in which the recording kept them.</summary>
    /// <typeparam name="T">Type of the value, the same as when it was kept.</typeparam>
    /// <exception cref="InvalidOperationException">There is no further value, it has another type, or the replay is closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T RecallValue<T>() where T : unmanaged
    {
        CheckOpen();
        return Frame->NextValue<T>();
    }

    /// <summary>Reads the next stack, in the order in which the recording made them, with its last pushed value on top.</summary>
    /// <typeparam name="T">Element type, the same as when it was made.</typeparam>
    /// <exception cref="InvalidOperationException">There is no further stack, it has another type, or the replay is closed.</exception>
    public TapeStack<T> RecallStack<T>() where T : unmanaged
    {
        CheckOpen();
        return new TapeStack<T>(Frame->NextStack(TypeTag.Of<T>(), Depth));
    }

    /// <summary>Takes uninitialised, 64-byte aligned working memory, given back when the replay is closed.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="count">Number of elements.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or above <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The replay is closed, or another one is open inside it.</exception>
    public Span<T> Allocate<T>(long count) where T : unmanaged => new(_tape.Region->Allocate<T>(count, Depth), (int)count);

    /// <summary>Takes 64-byte aligned working memory of zeros, given back when the replay is closed.</summary>
    /// <inheritdoc cref="Allocate"/>
    public Span<T> AllocateZeroed<T>(long count) where T : unmanaged
    {
        Span<T> buffer = Allocate<T>(count);
        Zeros.Fill(buffer);
        return buffer;
    }

    /// <summary>Makes an empty stack for the backward sweep's own use, given back when the replay is closed.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The replay is closed, or another one is open inside it.</exception>
    public TapeStack<T> Stack<T>() where T : unmanaged => new(StackHeader.Create(_tape.Region, Depth, TypeTag.Of<T>()));

    /// <summary>Closes the replay: its frame and its working memory are given back to the tape. A second call does nothing.</summary>
    public void Dispose()
    {
        if (_tape != null && _tape.Region->Depth >= Depth)
        {
            _tape.Close(this);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckOpen()
    {
        int innermost = _tape.Region->Depth;
        if (innermost < Depth)
        {
            MemoryErrors.ThrowNotInnermost(Depth, innermost);
        }
    }
}

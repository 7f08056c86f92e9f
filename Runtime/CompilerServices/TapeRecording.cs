using System.Runtime.CompilerServices;
using StaticAd.Memory;

namespace StaticAd.CompilerServices;

/// <summary>
/// An open frame on a <see cref="Tape"/>, into which a forward sweep saves what its backward sweep will need. Used by generated
/// code and by hand-written forward rules.
/// </summary>
public readonly unsafe ref struct TapeRecording
{
    private readonly Tape _tape;
    internal readonly TapeFrame* Frame;
    internal readonly int Depth;

    internal TapeRecording(Tape tape, TapeFrame* frame, int depth)
    {
        _tape = tape;
        Frame = frame;
        Depth = depth;
    }

    /// <summary>Takes an uninitialised, 64-byte aligned buffer that stays on the tape.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="count">Number of elements.</param>
    /// <returns>The buffer, valid until the frame's replay is closed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or above <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The recording is closed, or another one is open inside it.</exception>
    public Span<T> Allocate<T>(long count) where T : unmanaged => new(Frame->AddBuffer<T>(_tape.Region, Depth, count), (int)count);

    /// <summary>Takes a 64-byte aligned buffer of zeros that stays on the tape.</summary>
    /// <inheritdoc cref="Allocate"/>
    public Span<T> AllocateZeroed<T>(long count) where T : unmanaged
    {
        Span<T> buffer = Allocate<T>(count);
        Zeros.Fill(buffer);
        return buffer;
    }

    /// <summary>Makes an empty stack that stays on the tape.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The recording is closed, or another one is open inside it.</exception>
    public TapeStack<T> Stack<T>() where T : unmanaged => new(Frame->AddStack(_tape.Region, Depth, TypeTag.Of<T>()));

    /// <summary>Saves one value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The recording is closed, or another one is open inside it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep<T>(T value) where T : unmanaged => Frame->AddValue(_tape.Region, Depth, value);

    /// <summary>States that the forward sweep came to its end; without it the frame is discarded on <see cref="Dispose"/>.</summary>
    /// <exception cref="InvalidOperationException">The recording is closed, or another one is open inside it.</exception>
    public void Complete()
    {
        int innermost = _tape.Region->Depth;
        if (innermost != Depth)
        {
            MemoryErrors.ThrowNotInnermost(Depth, innermost);
        }

        Frame->Completed = true;
    }

    /// <summary>Closes the recording and leaves its frame on the tape if it is complete. A second call does nothing.</summary>
    public void Dispose()
    {
        if (_tape != null && _tape.Region->Depth >= Depth)
        {
            _tape.Close(this);
        }
    }
}

using StaticAd.CompilerServices;
using StaticAd.Memory;

namespace StaticAd;

/// <summary>
/// Native memory that carries what a forward sweep saves to its backward sweep (<c>FForward</c>, <c>FBackward</c>).
/// </summary>
/// <remarks>
/// <para>A tape is a stack: each forward sweep leaves a frame, each backward sweep takes the newest, which must be its own.
/// Several forward sweeps may precede their backward sweeps, run in reverse order. A forward sweep that throws leaves
/// nothing behind.</para>
/// <para>A tape grows as needed and is reused; once it has reached its size nothing is allocated on either heap. It may move
/// between threads, or across an <see langword="await"/>, between calls, and serves one call at a time.</para>
/// </remarks>
public sealed unsafe class Tape : IDisposable
{
    private readonly NativeRegion[] _storage = NativeRegion.Create();
    private NameTable _names = new();
    private TapeFrame* _newest;
    private TapeFrame* _open;
    private int _ownerThread;
    private bool _disposed;

    /// <summary>Makes an empty tape; it takes native memory with its first recording.</summary>
    public Tape()
    {
    }

    /// <summary>Gives the native memory of a tape that was not disposed of back.</summary>
    ~Tape() => FreeAll();

    /// <summary>Native bytes that the frames on the tape occupy, bookkeeping and alignment included.</summary>
    /// <exception cref="ObjectDisposedException">The tape is disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the tape.</exception>
    public long BytesInUse
    {
        get
        {
            bool outermost = Claim();
            var bytes = (long)Region->BytesInUse;
            Release(outermost);
            return bytes;
        }
    }

    /// <summary>Native bytes that the tape holds, in use or free.</summary>
    /// <inheritdoc cref="BytesInUse" path="/exception"/>
    public long BytesReserved
    {
        get
        {
            bool outermost = Claim();
            var bytes = (long)Region->BytesReserved;
            Release(outermost);
            return bytes;
        }
    }

    internal NativeRegion* Region => NativeRegion.AddressOf(_storage);

    /// <summary>
    /// Opens a recording: the forward sweep of one call. Within an open recording or replay, the recordings of callees nest.
    /// </summary>
    /// <param name="name">Name of the recording method; the replay must give the same.</param>
    /// <returns>The recording, to be completed, and closed by <see langword="using"/>.</returns>
    /// <exception cref="ObjectDisposedException">The tape is disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the tape.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory left; the tape is unchanged.</exception>
    public TapeRecording Record(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool outermost = Claim();
        NativeRegion* region = Region;
        try
        {
            RegionMark start = region->Mark;
            TapeFrame* frame = TapeFrame.Create(region, region->Depth, _open, start, _names.NumberOf(name));
            _open = frame;
            return new TapeRecording(this, frame, ++region->Depth);
        }
        catch
        {
            Release(outermost);
            throw;
        }
    }

    /// <summary>
    /// Opens a replay of the newest frame: the backward sweep of the call that recorded it. The frame is removed when the replay is
    /// disposed of. Within an open replay, the replays of callees nest.
    /// </summary>
    /// <param name="name">Name of the method that recorded the frame.</param>
    /// <returns>The replay, to be closed by <see langword="using"/>.</returns>
    /// <exception cref="ObjectDisposedException">The tape is disposed of.</exception>
    /// <exception cref="InvalidOperationException">
    /// The tape is empty, its newest frame is another method's, or another thread is using it. The tape is unchanged.
    /// </exception>
    public TapeReplay Replay(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool outermost = Claim();
        TapeFrame* frame = Newest;
        if (frame == null || _names[frame->Name] != name)
        {
            string? newest = frame == null ? null : _names[frame->Name];
            Release(outermost);
            ThrowNotReplayable(name, newest);
        }

        NativeRegion* region = Region;
        Newest = frame->Older;
        frame->Parent = _open;
        _open = frame;
        frame->Rewind();

        // What was taken after the frame (by the call that replays it) must outlive it.
        RegionMark close = region->Top == frame->EndTop ? frame->Start : region->Mark;
        return new TapeReplay(this, frame, close, ++region->Depth);
    }

    /// <summary>Discards all frames, of forward sweeps whose backward sweeps will not run; the memory stays for reuse.</summary>
    /// <exception cref="ObjectDisposedException">The tape is disposed of.</exception>
    /// <exception cref="InvalidOperationException">A recording or a replay is open.</exception>
    public void Clear()
    {
        ClaimIdle(nameof(Clear));
        _newest = null;
        Region->Reset();
        Release(outermost: true);
    }

    /// <summary>Gives the memory that no frame occupies back to the operating system, in whole chunks.</summary>
    /// <exception cref="ObjectDisposedException">The tape is disposed of.</exception>
    /// <exception cref="InvalidOperationException">A recording or a replay is open.</exception>
    public void Trim()
    {
        ClaimIdle(nameof(Trim));
        Region->Trim();
        Release(outermost: true);
    }

    /// <summary>Gives all memory back. Every later use, other than disposing again, throws <see cref="ObjectDisposedException"/>.</summary>
    /// <exception cref="InvalidOperationException">A recording or a replay is open.</exception>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        ClaimIdle(nameof(Dispose));
        _disposed = true;
        FreeAll();
        Release(outermost: true);
        GC.SuppressFinalize(this);
    }

    internal void Close(TapeRecording recording)
    {
        TapeFrame* frame = recording.Frame;
        _open = frame->Parent;
        if (frame->Completed)
        {
            frame->EndTop = Region->Top;
            frame->Older = Newest;
            Newest = frame;
        }
        else
        {
            Region->Restore(frame->Start);
        }

        CloseDepth(recording.Depth);
    }

    internal void Close(TapeReplay replay)
    {
        _open = replay.Frame->Parent;
        Region->Restore(replay.CloseMark);
        CloseDepth(replay.Depth);
    }

    /// <summary>The newest completed frame within the open frame, or within the tape if none is open.</summary>
    private TapeFrame* Newest
    {
        get => _open == null ? _newest : _open->NewestChild;
        set
        {
            if (_open == null)
            {
                _newest = value;
            }
            else
            {
                _open->NewestChild = value;
            }
        }
    }

    private void ThrowNotReplayable(string name, string? newest)
    {
        if (newest == null)
        {
            TapeErrors.ThrowEmpty(name);
        }

        TapeErrors.ThrowWrongName(name, newest);
    }

    private void CloseDepth(int depth)
    {
        Region->Depth = depth - 1;
        Release(outermost: depth == 1);
    }

    /// <summary>Makes the tape this thread's until <see cref="Release"/>; returns whether it was nobody's before.</summary>
    private bool Claim()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int thread = Environment.CurrentManagedThreadId;
        if (Volatile.Read(ref _ownerThread) == thread)
        {
            return false;
        }

        if (Interlocked.CompareExchange(ref _ownerThread, thread, 0) != 0)
        {
            TapeErrors.ThrowInUse();
        }

        if (_disposed)
        {
            Release(outermost: true);
            throw new ObjectDisposedException(nameof(Tape));
        }

        return true;
    }

    private void ClaimIdle(string member)
    {
        if (!Claim())
        {
            TapeErrors.ThrowOpen(member);
        }
    }

    private void Release(bool outermost)
    {
        if (outermost)
        {
            Volatile.Write(ref _ownerThread, 0);
        }
    }

    private void FreeAll()
    {
        _newest = null;
        Region->Reset();
        Region->Trim();
    }
}

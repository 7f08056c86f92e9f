using System.Runtime.CompilerServices;
using StaticAd.Memory;

namespace StaticAd.CompilerServices;

/// <summary>
/// A stack of unmanaged values in native memory: the forward sweep pushes what the backward sweep pops. Used by generated
/// code.
/// </summary>
/// <remarks>Pass it by <see langword="ref"/>: a copy throws as soon as the stack has moved without it.</remarks>
/// <typeparam name="T">Element type.</typeparam>
public unsafe ref struct TapeStack<T> where T : unmanaged
{
    private readonly StackHeader* _header;

    // Copies of the header's, for the JIT to keep in registers. The header's top is always up to date, since the tape
    // outlives this handle.
    private T* _top;
    private T* _start;
    private T* _end;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TapeStack(StackHeader* header)
    {
        _header = header;
        _top = (T*)header->Top;
        _start = (T*)header->Start;
        _end = (T*)header->End;
    }

    /// <summary>Puts a value on top.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InsufficientMemoryException">There is no memory left; the stack is unchanged.</exception>
    /// <exception cref="InvalidOperationException">
    /// The stack must grow while a scope inside its own is open, or this is a copy whose original has moved.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(T value)
    {
        StackHeader* header = _header;
        T* top = _top;
        if (top == _end || top != (T*)header->Top)
        {
            top = (T*)StackHeader.Grow(header, (byte*)top, sizeof(T));
            _start = (T*)header->Start;
            _end = (T*)header->End;
        }

        *top = value;
        _top = top + 1;
        header->Top = (byte*)(top + 1);
    }

    /// <summary>Takes the value from the top.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty, or this is a copy whose original has moved.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop()
    {
        StackHeader* header = _header;
        T* top = _top;
        if (top == _start || top != (T*)header->Top)
        {
            top = (T*)StackHeader.Shrink(header, (byte*)top);
            _start = (T*)header->Start;
            _end = (T*)header->End;
        }

        top--;
        _top = top;
        header->Top = (byte*)top;
        return *top;
    }
}

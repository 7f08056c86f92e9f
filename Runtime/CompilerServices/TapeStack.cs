using System.Runtime.CompilerServices;
using StaticAd.Memory;

namespace StaticAd.CompilerServices;

/// <summary>
/// A stack of unmanaged values in native memory: the forward sweep pushes what the backward sweep pops. Used by generated
/// code. Copies of the handle share one stack.
/// </summary>
/// <typeparam name="T">Element type.</typeparam>
public readonly unsafe ref struct TapeStack<T> where T : unmanaged
{
    private readonly StackHeader* _header;

    internal TapeStack(StackHeader* header) => _header = header;

    /// <summary>Puts a value on top.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InsufficientMemoryException">There is no memory left; the stack is unchanged.</exception>
    /// <exception cref="InvalidOperationException">The stack must grow while a scope inside its own is open.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(T value)
    {
        StackHeader* header = _header;
        var top = (T*)header->Top;
        if (top == (T*)header->End)
        {
            top = (T*)header->Grow(sizeof(T));
        }

        *top = value;
        header->Top = (byte*)(top + 1);
    }

    /// <summary>Takes the value from the top.</summary>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop()
    {
        StackHeader* header = _header;
        var top = (T*)header->Top;
        if (top == (T*)header->Start)
        {
            top = (T*)header->Shrink();
        }

        top--;
        header->Top = (byte*)top;
        return *top;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.Tests.Misuse;

/// <summary>What a span is made of.</summary>
public interface IPart
{
    /// <summary>Number of elements.</summary>
    int Length { get; }

    /// <summary>All elements, bit by bit, and those of the memory around.</summary>
    byte[] Bits { get; }

    /// <summary>A span of another length, of memory of its own.</summary>
    IPart OfLength(int length);

    /// <summary>A span of the same memory, which starts so many elements later.</summary>
    IPart Shifted(int distance);

    /// <summary>The first elements of this span.</summary>
    IPart Narrowed(int length);

    /// <summary>Stores one number in all elements, as far as the type has it.</summary>
    void Fill(double number);
}

/// <inheritdoc/>
/// <param name="memory">At least twice as long.</param>
public sealed class Part<T>(T[] memory, int start, int length) : IPart
    where T : unmanaged
{
    /// <summary>The elements.</summary>
    public Span<T> Span => memory.AsSpan(start, length);

    /// <inheritdoc/>
    public int Length => length;

    /// <inheritdoc/>
    public byte[] Bits => MemoryMarshal.AsBytes(memory.AsSpan()).ToArray();

    /// <inheritdoc/>
    public IPart OfLength(int other)
    {
        var elements = new T[2 * other + 2];
        Span[..Math.Min(length, other)].CopyTo(elements);
        return new Part<T>(elements, 0, other);
    }

    /// <inheritdoc/>
    public IPart Shifted(int distance) => new Part<T>(memory, start + distance, length);

    /// <inheritdoc/>
    public IPart Narrowed(int other) => new Part<T>(memory, start, other);

    /// <inheritdoc/>
    public void Fill(double number)
    {
        if (typeof(T) == typeof(double))
        {
            MemoryMarshal.Cast<T, double>(Span).Fill(number);
        }
        else if (typeof(T) == typeof(float))
        {
            MemoryMarshal.Cast<T, float>(Span).Fill((float)number);
        }
        else if (typeof(T) == typeof(Half))
        {
            MemoryMarshal.Cast<T, Half>(Span).Fill((Half)number);
        }
        else
        {
            MemoryMarshal.Cast<T, double>(Span).Fill(number);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>Checks that generated code makes on its arguments before it writes anything.</summary>
public static partial class Require
{
    /// <summary>Throws unless a buffer has the length of what it belongs to.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="buffer">The buffer, for instance a gradient.</param>
    /// <param name="length">The length it must have.</param>
    /// <param name="name">Name of the buffer's parameter.</param>
    /// <param name="belongsTo">Name of the parameter whose length that is.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message says both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length<T>(ReadOnlySpan<T> buffer, int length, string name, string belongsTo)
    {
        if (buffer.Length != length)
        {
            ThrowLength(buffer.Length, length, name, belongsTo);
        }
    }

    /// <inheritdoc cref="Length{T}(ReadOnlySpan{T}, int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length<T>(Span<T> buffer, int length, string name, string belongsTo)
    {
        if (buffer.Length != length)
        {
            ThrowLength(buffer.Length, length, name, belongsTo);
        }
    }

    /// <inheritdoc cref="Length{T}(ReadOnlySpan{T}, int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length<T>(T[] buffer, int length, string name, string belongsTo)
    {
        NotNull(buffer, name);
        if (buffer.Length != length)
        {
            ThrowLength(buffer.Length, length, name, belongsTo);
        }
    }

    /// <summary>Throws unless a buffer has exactly as many elements as a matrix.</summary>
    /// <param name="buffer">The buffer that takes the matrix.</param>
    /// <param name="rows">The matrix's rows.</param>
    /// <param name="columns">The matrix's columns.</param>
    /// <param name="name">Name of the buffer's parameter.</param>
    /// <exception cref="ArgumentException">The numbers differ; the message says both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Matrix(Span<double> buffer, int rows, int columns, string name)
    {
        if (buffer.Length != (long)rows * columns)
        {
            ThrowMatrix(buffer.Length, rows, columns, name);
        }
    }

    /// <summary>Throws if a buffer that will be written shares memory with another.</summary>
    /// <typeparam name="T">Element type of the written buffer.</typeparam>
    /// <typeparam name="TOther">Element type of the other buffer.</typeparam>
    /// <param name="written">The buffer that will be written.</param>
    /// <param name="other">Any other buffer of the call.</param>
    /// <param name="name">Name of the written buffer's parameter.</param>
    /// <param name="otherName">Name of the other buffer's parameter.</param>
    /// <exception cref="ArgumentException">They overlap; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disjoint<T, TOther>(Span<T> written, ReadOnlySpan<TOther> other, string name, string otherName)
    {
        ref byte writtenStart = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(written));
        ref byte otherStart = ref Unsafe.As<TOther, byte>(ref MemoryMarshal.GetReference(other));
        nint writtenBytes = (nint)written.Length * Unsafe.SizeOf<T>();
        nint otherBytes = (nint)other.Length * Unsafe.SizeOf<TOther>();
        nint distance = Unsafe.ByteOffset(ref writtenStart, ref otherStart);

        // Modulo the word size, the other starts inside the written one or ends inside it, unless one of them is empty.
        bool overlap = (nuint)distance < (nuint)writtenBytes || (nuint)distance > (nuint)(-otherBytes);
        if (overlap && writtenBytes != 0 && otherBytes != 0)
        {
            ThrowOverlap(name, otherName);
        }
    }

    /// <inheritdoc cref="Disjoint{T, TOther}(Span{T}, ReadOnlySpan{TOther}, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disjoint<T, TOther>(Span<T> written, Span<TOther> other, string name, string otherName) =>
        Disjoint(written, (ReadOnlySpan<TOther>)other, name, otherName);

    /// <inheritdoc cref="Disjoint{T, TOther}(Span{T}, ReadOnlySpan{TOther}, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disjoint<T, TOther>(Span<T> written, TOther[] other, string name, string otherName) =>
        Disjoint(written, new ReadOnlySpan<TOther>(other), name, otherName);

    /// <summary>Throws if an argument is <see langword="null"/>.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="name">Name of its parameter.</param>
    /// <exception cref="ArgumentNullException">It is <see langword="null"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotNull([NotNull] object? argument, string name)
    {
        if (argument is null)
        {
            ThrowNull(name);
        }
    }

    /// <summary>Throws if a number is negative.</summary>
    /// <param name="value">The number, for instance of elements.</param>
    /// <param name="name">Name of its parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NonNegative(int value, string name)
    {
        if (value < 0)
        {
            ThrowNegative(value, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowMatrix(int actual, int rows, int columns, string name) => throw new ArgumentException(
        $"'{name}' has {actual} elements and must have {(long)rows * columns}: {rows} rows (outputs) of {columns} columns (inputs).", name);

    [DoesNotReturn]
    private static void ThrowLength(int actual, int expected, string name, string belongsTo) => throw new ArgumentException(
        $"'{name}' has {actual} elements and must have the {expected} of '{belongsTo}'.", name);

    [DoesNotReturn]
    private static void ThrowOverlap(string name, string otherName) => throw new ArgumentException(
        $"'{name}' is written and shares memory with '{otherName}'. Pass a buffer of its own for each.", name);

    [DoesNotReturn]
    private static void ThrowNull(string name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    private static void ThrowNegative(int value, string name) => throw new ArgumentOutOfRangeException(
        name, value, $"'{name}' must not be negative.");
}

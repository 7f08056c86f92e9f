using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

public static partial class Require
{
    /// <summary>Lets an <c>out</c> parameter be compared with others by place before it has a value; costs nothing.</summary>
    /// <typeparam name="T">Type of the parameter.</typeparam>
    /// <param name="output">The parameter; its value stays undefined.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unset<T>(out T output) => Unsafe.SkipInit(out output);

    /// <summary>Throws if two parameters, of which one will be written, are the same variable, or one is part of the other.</summary>
    /// <typeparam name="T">Type of the written one.</typeparam>
    /// <typeparam name="TOther">Type of the other.</typeparam>
    /// <param name="written">The parameter that will be written.</param>
    /// <param name="other">Any other parameter of the call.</param>
    /// <param name="name">Name of the written parameter.</param>
    /// <param name="otherName">Name of the other parameter.</param>
    /// <exception cref="ArgumentException">They are the same variable; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Distinct<T, TOther>(ref readonly T written, ref readonly TOther other, string name, string otherName)
    {
        nint distance = Unsafe.ByteOffset(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in written)), ref Unsafe.As<TOther, byte>(ref Unsafe.AsRef(in other)));
        if ((nuint)distance < (nuint)Unsafe.SizeOf<T>() || (nuint)(-distance) < (nuint)Unsafe.SizeOf<TOther>())
        {
            ThrowSame(name, otherName);
        }
    }

    /// <summary>Throws if a parameter is an element of a buffer, or part of one, and one of the two will be written.</summary>
    /// <typeparam name="T">Type of the parameter.</typeparam>
    /// <typeparam name="TElement">Type of the buffer's elements.</typeparam>
    /// <param name="scalar">The parameter.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="bufferName">Name of the buffer's parameter.</param>
    /// <exception cref="ArgumentException">The buffer contains the parameter; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outside<T, TElement>(ref readonly T scalar, ReadOnlySpan<TElement> buffer, string name, string bufferName)
    {
        ref byte start = ref Unsafe.As<TElement, byte>(ref MemoryMarshal.GetReference(buffer));
        nint distance = Unsafe.ByteOffset(ref start, ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in scalar)));
        if ((nuint)distance < (nuint)buffer.Length * (nuint)Unsafe.SizeOf<TElement>())
        {
            ThrowElement(name, bufferName);
        }
    }

    /// <inheritdoc cref="Outside{T, TElement}(ref readonly T, ReadOnlySpan{TElement}, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outside<T, TElement>(ref readonly T scalar, Span<TElement> buffer, string name, string bufferName) =>
        Outside(in scalar, (ReadOnlySpan<TElement>)buffer, name, bufferName);

    /// <inheritdoc cref="Outside{T, TElement}(ref readonly T, ReadOnlySpan{TElement}, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outside<T, TElement>(ref readonly T scalar, TElement[] buffer, string name, string bufferName) =>
        Outside(in scalar, new ReadOnlySpan<TElement>(buffer), name, bufferName);

    [DoesNotReturn]
    private static void ThrowSame(string name, string otherName) => throw new ArgumentException(
        $"'{name}' is written and is the same variable as '{otherName}'. Pass a variable of its own for each.", name);

    [DoesNotReturn]
    private static void ThrowElement(string name, string bufferName) => throw new ArgumentException(
        $"'{name}' is an element of '{bufferName}', and one of the two is written. Pass a copy of it, or a variable of its own.", name);
}

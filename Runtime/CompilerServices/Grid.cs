using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>Arrays of several dimensions as generated code works on them: as the run of all their elements, row by row.</summary>
public static partial class Grid
{
    /// <summary>All elements of an array, the last index running fastest.</summary>
    /// <typeparam name="T">Its element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>Its own elements, not a copy.</returns>
    /// <exception cref="ArgumentNullException">There is no array.</exception>
    /// <exception cref="ArgumentException">An index does not start at 0.</exception>
    public static Span<T> Elements<T>(Array array)
        where T : unmanaged
    {
        Require.ZeroBased(array, nameof(array));
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }

    /// <summary>An index, once it is known to be one of a dimension.</summary>
    /// <param name="index">The index.</param>
    /// <param name="length">Length of the dimension.</param>
    /// <returns>The index.</returns>
    /// <exception cref="IndexOutOfRangeException">It is none of the dimension.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Index(int index, int length)
    {
        if ((uint)index >= (uint)length)
        {
            ThrowIndex();
        }

        return index;
    }

    /// <summary>An index, once it is known to be one of a list.</summary>
    /// <param name="index">The index.</param>
    /// <param name="count">Number of the list's elements.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the list, which would throw the same.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ListIndex(int index, int count)
    {
        if ((uint)index >= (uint)count)
        {
            ThrowListIndex();
        }

        return index;
    }

    /// <summary>Number of elements of a new array.</summary>
    /// <param name="rows">Length of its first dimension.</param>
    /// <param name="columns">Length of the second, or the number of elements of one of its rows.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">A length is negative, or there are more elements than an array can have.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int rows, int columns)
    {
        long count = (long)rows * columns;
        if ((rows | columns) < 0 || count > Array.MaxLength)
        {
            ThrowCount();
        }

        return (int)count;
    }

    [DoesNotReturn]
    private static void ThrowIndex() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    private static void ThrowListIndex() => throw new ArgumentOutOfRangeException(
        "index", "Index was out of range. Must be non-negative and less than the size of the collection.");

    [DoesNotReturn]
    private static void ThrowCount() => throw new OverflowException("An array cannot have so many elements, or a negative length.");
}

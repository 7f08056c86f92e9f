// Sorting of arrays: that of spans.
#nullable enable
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class ArrayMembers
{
    public static void Sort<T>(T[] array)
        where T : unmanaged, INumberBase<T>, IComparable<T> => MemoryExtensionsMembers.Sort(array.AsSpan());

    public static void Sort<T>(T[] array, int index, int length)
        where T : unmanaged, INumberBase<T>, IComparable<T> => MemoryExtensionsMembers.Sort(array.AsSpan(index, length));

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items)
        where TKey : unmanaged, INumberBase<TKey>, IComparable<TKey>
        where TValue : unmanaged, INumberBase<TValue> => MemoryExtensionsMembers.Sort(keys.AsSpan(), items.AsSpan(0, keys.Length));

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length)
        where TKey : unmanaged, INumberBase<TKey>, IComparable<TKey>
        where TValue : unmanaged, INumberBase<TValue> => MemoryExtensionsMembers.Sort(keys.AsSpan(index, length), items.AsSpan(index, length));
}

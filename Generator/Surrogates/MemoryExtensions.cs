// Sorting of numbers: where each element goes, the library says; the elements then move there.
#nullable enable
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static class MemoryExtensionsMembers
{
    public static void Sort<T>(Span<T> span)
        where T : unmanaged, INumberBase<T>, IComparable<T>
    {
        Span<int> order = new int[span.Length];
        SortOrder.Find(span, order);
        Move(span, order);
    }

    public static void Sort<TKey, TValue>(Span<TKey> keys, Span<TValue> items)
        where TKey : unmanaged, INumberBase<TKey>, IComparable<TKey>
        where TValue : unmanaged, INumberBase<TValue>
    {
        Span<int> order = new int[keys.Length];
        SortOrder.Find(keys, order);
        Move(keys, order);
        Move(items, order);
    }

    private static void Move<T>(Span<T> x, ReadOnlySpan<int> order)
        where T : unmanaged, INumberBase<T>
    {
        Span<T> before = new T[x.Length];
        x.CopyTo(before);
        for (int i = 0; i < order.Length; i++)
        {
            x[i] = before[order[i]];
        }
    }
}

using System.Collections;
using System.Runtime.CompilerServices;

namespace StaticAd.Generator.Ir;

/// <summary>An immutable array that compares by its elements, so that records holding it are values.</summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T>(T[]? items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items = items;

    /// <summary>The elements themselves: to be shared, not written.</summary>
    public T[] Items => _items ?? [];

    /// <summary>Whether the two are one array.</summary>
    public bool IsSameAs(EquatableArray<T> other) => ReferenceEquals(Items, other.Items);

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public bool Equals(EquatableArray<T> other)
    {
        T[] left = Items, right = other.Items;
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <summary>Goes through the items without an object of its own.</summary>
    public struct Enumerator(T[] items)
    {
        private int _index = -1;

        public readonly T Current => items[_index];

        public bool MoveNext() => ++_index < items.Length;
    }
}

internal static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);

    /// <summary>The items with something in the place of each; the same array if that changes none.</summary>
    public static EquatableArray<T> Map<T>(this EquatableArray<T> items, Func<T, T> map)
        where T : class, IEquatable<T>
    {
        T[]? changed = null;
        for (int i = 0; i < items.Count; i++)
        {
            T mapped = map(items[i]);
            if (changed is null && !ReferenceEquals(mapped, items[i]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[i] = mapped;
            }
        }

        return changed is null ? items : new EquatableArray<T>(changed);
    }
}

using System.Runtime.CompilerServices;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Tells operations apart that are equal as records: two stores of the same value are two steps.</summary>
internal sealed class ReferenceComparer<T> : IEqualityComparer<T>
    where T : class
{
    public static readonly ReferenceComparer<T> Instance = new();

    public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}

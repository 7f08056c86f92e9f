using System.Runtime.CompilerServices;

namespace StaticAd.Generator.Ir;

/// <summary>
/// Tells operations apart by identity: two stores of the same value to the same place are equal as records, yet two steps.
/// </summary>
internal sealed class ByReference : IEqualityComparer<Operation>
{
    public static readonly ByReference Comparer = new();

    public bool Equals(Operation? x, Operation? y) => ReferenceEquals(x, y);

    public int GetHashCode(Operation obj) => RuntimeHelpers.GetHashCode(obj);
}

using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>One truth value per lane: the result of comparing two <see cref="ILane{TSelf, TScalar, TMask}"/> values.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILaneMask<TSelf>
    where TSelf : struct, ILaneMask<TSelf>
{
    /// <summary>True in every lane.</summary>
    static abstract TSelf True { get; }

    /// <summary>False in every lane.</summary>
    static abstract TSelf False { get; }

    /// <summary>The same truth value in every lane.</summary>
    static abstract TSelf Create(bool value);

    /// <summary>Whether any lane is true.</summary>
    static abstract bool AnyTrue(TSelf mask);

    /// <summary>Whether all lanes are true.</summary>
    static abstract bool AllTrue(TSelf mask);

    /// <summary>Lane by lane: both are true.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Lane by lane: at least one is true.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Lane by lane: exactly one is true.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Lane by lane: the opposite.</summary>
    static abstract TSelf operator !(TSelf mask);
}

using System.Globalization;

namespace StaticAd.Generator.Ir;

/// <summary>One field or property of a structure: a structure again, or one value.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Leaf">The type of its one value; null for a structure.</param>
/// <param name="IsField">Whether it is a field, a part of which can be assigned.</param>
/// <param name="IsSettable">Whether it can be assigned at any time.</param>
/// <param name="Native">The C# type of a native integer, which is computed as another.</param>
internal sealed record StructMember(string Name, IrType? Leaf, StructShape? Inner, bool IsField, bool IsSettable, string? Native = null)
{
    public IEnumerable<StructLeaf> Leaves => Inner is null
        ? [new StructLeaf(Name, Leaf!, IsSettable, Native)]
        : Inner.Leaves.Select(leaf => leaf with { Path = MemberPath.Of(Name, leaf.Path), IsSettable = leaf.IsSettable && IsField && IsSettable });
}

/// <summary>One value inside a structure.</summary>
/// <param name="Path">How it is read: <c>Position.X</c>.</param>
/// <param name="IsSettable">Whether it can be assigned through its path where the structure is a variable.</param>
/// <param name="Native">The C# type of a native integer, which is computed as another.</param>
internal sealed record StructLeaf(string Path, IrType Type, bool IsSettable = false, string? Native = null);

/// <summary>How C# reads a part of a whole: a member behind a point, an element of an inline array in brackets.</summary>
internal static class MemberPath
{
    public static string Of(string whole, string path) => path[0] == '[' ? whole + path : whole + "." + path;

    public static string Element(int index) => string.Format(CultureInfo.InvariantCulture, "[{0}]", index);
}

/// <summary>Which leaf of a structure an element's part in a buffer of structures is.</summary>
internal sealed record ElementLeaf(StructShape Shape, int Leaf)
{
    public StructLeaf Value => Shape.Leaves.ElementAt(Leaf);
}

/// <summary>How a structure is made.</summary>
internal enum Construction
{
    /// <summary><c>new T { A = a, B = b }</c></summary>
    Members,

    /// <summary><c>new T(a, b)</c></summary>
    Constructor,

    /// <summary><c>(a, b)</c></summary>
    Tuple,

    /// <summary><c>a ? b : null</c></summary>
    Nullable,

    /// <summary><c>InlineArrays.Of&lt;T, E&gt;(a, b)</c></summary>
    Elements,
}

/// <summary>
/// A C# structure at the border of a method. Inside, it is its leaves: one value each, in the order of the members.
/// </summary>
/// <param name="Order">The members in the order in which the constructor takes them.</param>
/// <param name="Element">The type of the elements of an inline array.</param>
internal sealed record StructShape(
    string CSharpType, EquatableArray<StructMember> Members, Construction Construction, EquatableArray<int> Order, string? Element = null)
{
    public IEnumerable<StructLeaf> Leaves => Members.SelectMany(member => member.Leaves);
}

/// <summary>A C# parameter of a structure type; each of its leaves is a <see cref="Parameter"/> of the IR.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Buffer">How its elements are held, if it is an array or span of structures.</param>
internal sealed record StructParameter(string Name, string Declaration, StructShape Shape, BufferKind? Buffer = null)
{
    /// <summary>Whether it is <c>this</c>, which no parameter list declares.</summary>
    public bool IsReceiver => Declaration.Length == 0;
}

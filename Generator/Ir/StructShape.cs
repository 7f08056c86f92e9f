namespace StaticAd.Generator.Ir;

/// <summary>One field or property of a structure: a structure again, or one value.</summary>
/// <param name="Name">As C# writes it.</param>
/// <param name="Leaf">The type of its one value; null for a structure.</param>
internal sealed record StructMember(string Name, IrType? Leaf, StructShape? Inner)
{
    public IEnumerable<StructLeaf> Leaves => Inner is null
        ? [new StructLeaf(Name, Leaf!)]
        : Inner.Leaves.Select(leaf => leaf with { Path = Name + "." + leaf.Path });
}

/// <summary>One value inside a structure.</summary>
/// <param name="Path">How it is read: <c>Position.X</c>.</param>
internal sealed record StructLeaf(string Path, IrType Type);

/// <summary>How a structure is made.</summary>
internal enum Construction
{
    /// <summary><c>new T { A = a, B = b }</c></summary>
    Members,

    /// <summary><c>new T(a, b)</c></summary>
    Constructor,

    /// <summary><c>(a, b)</c></summary>
    Tuple,
}

/// <summary>
/// A C# structure at the border of a method. Inside, it is its leaves: one value each, in the order of the members.
/// </summary>
/// <param name="Order">The members in the order in which the constructor takes them.</param>
internal sealed record StructShape(string CSharpType, EquatableArray<StructMember> Members, Construction Construction, EquatableArray<int> Order)
{
    public IEnumerable<StructLeaf> Leaves => Members.SelectMany(member => member.Leaves);
}

/// <summary>A C# parameter of a structure type; each of its leaves is a <see cref="Parameter"/> of the IR.</summary>
/// <param name="Name">As C# writes it.</param>
internal sealed record StructParameter(string Name, string Declaration, StructShape Shape);

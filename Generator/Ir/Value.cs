namespace StaticAd.Generator.Ir;

/// <summary>
/// A value, defined exactly once: by a parameter, a block parameter or an operation. <paramref name="Name"/> is what the
/// user called it; several versions of one C# variable share it.
/// </summary>
internal sealed record Value(int Id, IrType Type, string? Name)
{
    public bool Equals(Value? other) => other is not null && Id == other.Id && Name == other.Name && Type.Equals(other.Type);

    public override int GetHashCode() => Id;

    public override string ToString() => $"%{Id}" + (Name is null ? "" : $":{Name}");
}

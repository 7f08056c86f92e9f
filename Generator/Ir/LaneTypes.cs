namespace StaticAd.Generator.Ir;

/// <summary>
/// One scalar per lane: in a lane kernel, a value that differs between the elements of a batch. C# knows it by the name of the
/// kernel's type parameter.
/// </summary>
internal sealed record LaneType(ScalarType Element, string CSharpName) : IrType;

/// <summary>One truth value per lane: what comparing lanes gives.</summary>
internal sealed record MaskType(string CSharpName) : IrType;

/// <summary>The two types that a lane kernel is generic over.</summary>
internal sealed record LaneTypes(LaneType Lane, MaskType Mask)
{
    public ScalarType Element => Lane.Element;
}

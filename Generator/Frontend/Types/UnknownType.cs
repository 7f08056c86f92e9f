using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Type of what could not be translated and has been reported; it never leaves the front end.</summary>
internal sealed record UnknownType : IrType
{
    public static readonly UnknownType Instance = new();

    private UnknownType()
    {
    }

    public static bool Is(Value value) => value.Type is UnknownType;
}

/// <summary>Type of the elements of an array of arrays whose rows are not made yet; an error where they are read.</summary>
internal sealed record RowlessType : IrType
{
    public static readonly RowlessType Instance = new();

    private RowlessType()
    {
    }
}

/// <summary>Type of a buffer variable that refers to different memory depending on the path; an error where it is read.</summary>
internal sealed record DivergedType : IrType
{
    public static readonly DivergedType Instance = new();

    private DivergedType()
    {
    }
}

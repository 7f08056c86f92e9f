namespace StaticAd.Generator.Ir;

/// <summary>The primitive types the IR computes with.</summary>
internal enum ScalarKind
{
    Double,
    Float,
    Half,
    Bool,
    SByte,
    Byte,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
}

/// <summary>How a run of elements is held: the C# type that its variable has.</summary>
internal enum BufferKind
{
    ReadOnlySpan,
    Span,
    Array,
}

/// <summary>Type of an IR value.</summary>
internal abstract record IrType
{
    public static readonly ScalarType Double = new(ScalarKind.Double);
    public static readonly ScalarType Float = new(ScalarKind.Float);

    /// <summary>Only what holds values has this type, and only at the borders of methods: they are computed with as <see cref="Float"/>.</summary>
    public static readonly ScalarType Half = new(ScalarKind.Half);

    public static readonly ScalarType Int = new(ScalarKind.Int);
    public static readonly ScalarType Long = new(ScalarKind.Long);
    public static readonly ScalarType Bool = new(ScalarKind.Bool);

    /// <summary>Whether values of this type can carry a derivative.</summary>
    public bool IsDifferentiable => this switch
    {
        ScalarType scalar => scalar.IsFloating,
        BufferType buffer => buffer.Element.IsDifferentiable,
        StackType stack => stack.Element.IsDifferentiable,
        _ => false,
    };
}

/// <summary>A primitive number or truth value.</summary>
internal sealed record ScalarType(ScalarKind Kind) : IrType
{
    public bool IsFloating => Kind is ScalarKind.Double or ScalarKind.Float or ScalarKind.Half;

    public bool IsInteger => !IsFloating && Kind != ScalarKind.Bool;
}

/// <summary>A one-dimensional run of elements in memory.</summary>
/// <param name="Within">For one leaf of the elements of a buffer of structures, which leaf; null for a buffer of numbers.</param>
internal sealed record BufferType(IrType Element, BufferKind Kind, ElementLeaf? Within = null) : IrType
{
    public bool IsWritable => Kind != BufferKind.ReadOnlySpan;
}

/// <summary>A growing last-in first-out store, for what a loop of unknown length saves.</summary>
internal sealed record StackType(IrType Element) : IrType;

/// <summary>A passive C# type that the IR only hands on and compares: an enum, or a type of which it knows no more than its name.</summary>
internal sealed record OpaqueType(string CSharpName, bool IsEnum = false) : IrType
{
    public static readonly OpaqueType Tape = new("Tape");
}

using System.Text.RegularExpressions;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit;

/// <summary>Types as C# writes them. Names that the user's own declarations hide are qualified.</summary>
internal sealed class TypeText(IReadOnlyCollection<string> hiddenNames)
{
    private static readonly HashSet<string> ImmutableTypes = ["DateTime", "DateOnly", "TimeOnly", "TimeSpan", "DateTimeOffset", "Guid"];
    private static readonly HashSet<string> SystemTypes = ["Math", "MathF", "Half", "Span", "ReadOnlySpan", "Array", "NotSupportedException", .. ImmutableTypes];
    private static readonly HashSet<string> Intrinsics = ["Vector512", "Vector256", "Vector128"];
    private static readonly HashSet<string> Numerics = ["Vector"];
    private static readonly HashSet<string> CompilerServices =
    [
        "Require", "Zeros", "Checkpoints", "Directions", "Grid", "Rows", "Rounding", "Lists", "InlineArrays", "Same", "PerLane", "Interleaving", "InterleavedRules", "ILane", "ILaneMask", "BooleanMask",
        "Double8", "Double8Mask", "Double4", "Double4Mask", "Double2", "Double2Mask", "Double1",
        "Float16", "Float16Mask", "Float8", "Float8Mask", "Float4", "Float4Mask", "Float1",
    ];

    private static readonly HashSet<string> RuntimeTypes = ["Arena", "Special", "Ad", "Tape"];

    /// <summary>Where a type stands, and not the name of a parameter, of a part of a tuple, or of what stands in another type.</summary>
    private const string BeforeType = @"(?<=^|[(<,] ?|\b(?:ref|out|in|this|params|scoped|readonly) )";

    private readonly HashSet<string> _hidden = [.. hiddenNames];

    /// <summary>The simple names of types that generated bodies use; a local of that name would hide them.</summary>
    public static IEnumerable<string> UsedNames => SystemTypes.Concat(Intrinsics).Concat(Numerics).Concat(CompilerServices).Concat(RuntimeTypes);

    public string Of(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Half } => Known("Half"),
        ScalarType scalar => Keyword(scalar.Kind),
        BufferType { Kind: BufferKind.Array } array => Element(array) + "[]",
        BufferType { Kind: BufferKind.Span } span => $"{Known("Span")}<{Element(span)}>",
        BufferType span => $"{Known("ReadOnlySpan")}<{Element(span)}>",
        OpaqueType opaque => Opaque(opaque.CSharpName),
        LaneType lane => Known(lane.CSharpName),
        MaskType mask => mask.CSharpName,
        _ => "var",
    };

    private string Opaque(string name)
    {
        const string System = "global::System.";
        string type = name.StartsWith(System, StringComparison.Ordinal) ? name.Substring(System.Length) : "";
        string plain = type.TrimEnd('?');
        return ImmutableTypes.Contains(plain) ? Known(plain) + type.Substring(plain.Length) : name;
    }

    private string Element(BufferType buffer) => buffer.Within?.Shape.CSharpType ?? Of(buffer.Element);

    /// <summary>A type that generated code names, or a static member of one: <c>Math.Sin</c>, <c>Vector&lt;double&gt;</c>.</summary>
    public string Known(string text)
    {
        int end = text.IndexOfAny(['.', '<']);
        string type = end < 0 ? text : text.Substring(0, end);
        if (!_hidden.Contains(type))
        {
            return text;
        }

        return SystemTypes.Contains(type) ? "global::System." + text
            : Numerics.Contains(type) ? "global::System.Numerics." + text
            : Intrinsics.Contains(type) ? "global::System.Runtime.Intrinsics." + text
            : CompilerServices.Contains(type) ? "global::StaticAd.CompilerServices." + text
            : RuntimeTypes.Contains(type) ? "global::StaticAd." + text
            : text;
    }

    /// <summary>What a declaration says, with the types qualified whose names are hidden.</summary>
    /// <param name="declaration">A type, or one with modifiers and a name; types of the user's own are qualified in it.</param>
    public string Declared(string declaration) =>
        _hidden.Aggregate(declaration, (text, name) => Regex.Replace(text, $@"{BeforeType}{Regex.Escape(name)}\b", match => Known(match.Value)));

    public static string Keyword(ScalarKind kind) => kind switch
    {
        ScalarKind.Double => "double",
        ScalarKind.Float => "float",
        ScalarKind.Half => "Half",
        ScalarKind.Bool => "bool",
        ScalarKind.SByte => "sbyte",
        ScalarKind.Byte => "byte",
        ScalarKind.Short => "short",
        ScalarKind.UShort => "ushort",
        ScalarKind.Int => "int",
        ScalarKind.UInt => "uint",
        ScalarKind.Long => "long",
        ScalarKind.ULong => "ulong",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>From C# types to IR types; null for what the IR does not have.</summary>
internal static class TypeMap
{
    public static IrType? Find(ITypeSymbol? type) => type is null ? null : Scalar(type) ?? Buffer(type);

    /// <summary>A number, <c>bool</c> or enum.</summary>
    public static IrType? Scalar(ITypeSymbol? type) => (type is null ? null : TypeArguments.Resolve(type)) switch
    {
        null => null,
        var half when IsHalf(half) => IrType.Half,
        { TypeKind: TypeKind.Enum } => new OpaqueType(CSharpNames.FullName(TypeArguments.Resolve(type!)), IsEnum: true),
        { SpecialType: var special } => Kind(special) is { } kind ? new ScalarType(kind) : null,
    };

    /// <summary>A one-dimensional array or a span of numbers or truth values.</summary>
    public static BufferType? Buffer(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => Of(array.ElementType, BufferKind.Array),
        INamedTypeSymbol span when IsSpan(span) => Of(
            span.TypeArguments[0], span.Name == "Span" ? BufferKind.Span : BufferKind.ReadOnlySpan),
        _ => null,
    };

    /// <summary>The components of a tuple of scalars; null for any other type.</summary>
    public static IReadOnlyList<IFieldSymbol>? Tuple(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(element => Scalar(element.Type) is not null)
            ? tuple.TupleElements
            : null;

    /// <summary>
    /// Whether values are <c>nint</c>, also as elements or components: inside bodies they are <c>long</c>, in signatures they would have
    /// to be what they are.
    /// </summary>
    public static bool IsNativeInteger(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_IntPtr } => true,
        IArrayTypeSymbol array => IsNativeInteger(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsNativeInteger(element.Type)),
        INamedTypeSymbol span when IsSpan(span) => IsNativeInteger(span.TypeArguments[0]),
        _ => false,
    };

    public static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingType: null } named
        && named.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    public static bool IsHalf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Half", Arity: 0, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static BufferType? Of(ITypeSymbol element, BufferKind kind) =>
        Scalar(element) is ScalarType scalar ? new BufferType(scalar, kind) : null;

    private static ScalarKind? Kind(SpecialType type) => type switch
    {
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Single => ScalarKind.Float,
        SpecialType.System_Boolean => ScalarKind.Bool,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Short,
        SpecialType.System_UInt16 => ScalarKind.UShort,
        SpecialType.System_Int32 => ScalarKind.Int,
        SpecialType.System_UInt32 => ScalarKind.UInt,
        SpecialType.System_Int64 or SpecialType.System_IntPtr => ScalarKind.Long,
        SpecialType.System_UInt64 => ScalarKind.ULong,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The declaration of a further part of a partial type.</summary>
internal static class TypeHeader
{
    public static string Of(INamedTypeSymbol type) =>
        $"{CSharpNames.Accessibility(type.DeclaredAccessibility)} {Modifiers(type)}partial {Kind(type)} {CSharpNames.Identifier(type.Name)}";

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Struct } => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : ""),
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}

using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>A structure marked <c>[InlineArray]</c>: its one field, so many times.</summary>
internal sealed record InlineArray(IFieldSymbol Field, int Length)
{
    /// <summary>As many numbers as such a structure may hold: each of them is a value of its own where it enters or leaves a method.</summary>
    public const int Longest = 128;

    public ITypeSymbol Element => TypeArguments.Resolve(Field.Type);

    /// <summary>Null for any other type.</summary>
    public static InlineArray? Of(ITypeSymbol? type) =>
        (type is null ? null : TypeArguments.Resolve(type)) is INamedTypeSymbol { TypeKind: TypeKind.Struct } named
        && named.GetAttributes().FirstOrDefault(IsMark) is { ConstructorArguments: [{ Value: int and > 0 and var length }] }
        && named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).ToArray() is [{ RefKind: RefKind.None } only]
            ? new InlineArray(only, length)
            : null;

    /// <summary>Whether there is one anywhere inside values of the type, which is supported.</summary>
    public static bool IsIn(ITypeSymbol? type) =>
        Structs.Fields(type) is { } fields && (Of(type) is not null || fields.Any(field => IsIn(field.Type)));

    private static bool IsMark(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace: { Name: "CompilerServices", ContainingNamespace.Name: "Runtime" } };
}

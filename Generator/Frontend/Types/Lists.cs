using Microsoft.CodeAnalysis;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A <c>List&lt;T&gt;</c> of numbers: memory that is only read, and does not change while the method runs.</summary>
internal static class Lists
{
    /// <summary>The list's elements as memory; null for any other type.</summary>
    public static BufferType? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol list && Is(list)
        && TypeMap.Scalar(list.TypeArguments[0]) is ScalarType { Kind: not ScalarKind.Half } element && !TypeMap.IsNativeInteger(list.TypeArguments[0])
            ? new BufferType(element, BufferKind.ReadOnlySpan)
            : null;

    /// <summary>How generated code reads the elements of a list.</summary>
    public static string TextOf(BufferType elements, string list) => $"Lists.Elements<{TypeText.Keyword(((ScalarType)elements.Element).Kind)}>({list})";

    public static bool Is(INamedTypeSymbol type) => type is { Name: "List", Arity: 1, ContainingType: null } && IsGenericCollections(type.ContainingNamespace);

    private static bool IsGenericCollections(INamespaceSymbol space) =>
        space is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}

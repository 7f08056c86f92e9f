using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Types of the library whose values never change, <c>string</c> and <c>DateTime</c> among them. They have no derivative; the IR hands
/// their values on and compares them, and what is computed from them stays C# text.
/// </summary>
internal static class ImmutableTypes
{
    private static readonly HashSet<string> Names = ["String", "Char", "Decimal", "DateTime", "DateOnly", "TimeOnly", "TimeSpan", "DateTimeOffset", "Guid"];

    /// <summary>What depends on when, where or how often it is asked.</summary>
    private static readonly HashSet<string> Impure =
        ["Now", "UtcNow", "Today", "NewGuid", "CreateVersion7", "GetHashCode", "Intern", "IsInterned", "GetEnumerator", "EnumerateRunes", "AsSpan", "CopyTo", "TryCopyTo"];

    /// <summary>What an array or list of such values can be asked.</summary>
    private static readonly HashSet<string> OfTables = ["Length", "Count", "this[]", "Contains", "IndexOf"];

    /// <summary>The type in the IR; null for any other type.</summary>
    public static OpaqueType? Of(ITypeSymbol? type) => (type is null ? null : TypeArguments.Resolve(type)) switch
    {
        null => null,
        var one when IsOneOrMissing(one) || InTable(one) is not null => new OpaqueType(CSharpNames.FullName(one.WithNullableAnnotation(NullableAnnotation.None))),
        _ => null,
    };

    /// <summary>The elements of an array or list of such values, which only a whole expression reads, or of a string; null for any other type.</summary>
    public static ITypeSymbol? Element(ITypeSymbol? type, Compilation compilation) =>
        type is null ? null : type.SpecialType == SpecialType.System_String ? compilation.GetSpecialType(SpecialType.System_Char) : InTable(type);

    private static ITypeSymbol? InTable(ITypeSymbol type)
    {
        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
            INamedTypeSymbol { Name: "List", Arity: 1 } list when Lists.Is(list) => list.TypeArguments[0],
            _ => null,
        };
        return element is not null && (IsOneOrMissing(element) || element.TypeKind == TypeKind.Enum) ? element : null;
    }

    private static bool IsOneOrMissing(ITypeSymbol type) => IsOne(type)
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsOne(nullable.TypeArguments[0]));

    /// <summary>The type in the IR of an element of such an array or list.</summary>
    public static OpaqueType? OfElement(ITypeSymbol? type) => Of(type) ?? TypeMap.Scalar(type) as OpaqueType;

    /// <summary>Whether a value of the IR is of such a type, or an object: memory of the IR's own cannot hold it.</summary>
    public static bool Is(IrType type) => type is OpaqueType { IsEnum: false };

    /// <summary>Whether a member gives the same whenever it is asked, and changes nothing.</summary>
    public static bool IsPure(ISymbol member, ITypeSymbol of) =>
        member is not IMethodSymbol { IsGenericMethod: true } && (InTable(of) is null ? !Impure.Contains(member.Name) : OfTables.Contains(member.Name));

    private static bool IsOne(ITypeSymbol type) =>
        Names.Contains(type.Name) && type is { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

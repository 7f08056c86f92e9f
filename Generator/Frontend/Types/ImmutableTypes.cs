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

    /// <summary>The type in the IR; null for any other type.</summary>
    public static OpaqueType? Of(ITypeSymbol? type) => (type is null ? null : TypeArguments.Resolve(type)) switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable when IsOne(nullable.TypeArguments[0]) => new OpaqueType(CSharpNames.FullName(nullable)),
        { } plain when IsOne(plain) => new OpaqueType(CSharpNames.FullName(plain.WithNullableAnnotation(NullableAnnotation.None))),
        _ => null,
    };

    /// <summary>Whether a value of the IR is of such a type, or an object: memory of the IR's own cannot hold it.</summary>
    public static bool Is(IrType type) => type is OpaqueType { IsEnum: false };

    /// <summary>Whether a member gives the same whenever it is asked, and changes nothing.</summary>
    public static bool IsPure(ISymbol member) => !Impure.Contains(member.Name) && member is not IMethodSymbol { IsGenericMethod: true };

    private static bool IsOne(ITypeSymbol type) =>
        Names.Contains(type.Name) && type is { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
